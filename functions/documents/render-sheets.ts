// Attendance as a workbook: every point with its figures, every delegate as last marked.

import { type SheetToWrite, writeSheets } from '#functions/shared/sheet.ts'
import { civilTime } from '#functions/shared/time.ts'
import { type PrintedPoint, totalsOf } from './attendance-annex.rules.ts'
import { fixedZip } from './fixed-zip.ts'
import type { PrintModel } from './print.schema.ts'
import { markWords } from './print-words.rules.ts'
import type { UnitName } from './table.rules.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const count = '#,##0'

/** When the link came up first and was last up, by the clock of Vietnam. */
const linkOf = ({ stays = [] }: PrintedPoint): [string, string] => {
  const last = stays.at(-1)
  return [stays[0] ? civilTime(stays[0].from) : '', last?.to ? civilTime(last.to) : '']
}

const pointsSheet = (points: readonly PrintedPoint[], unitName: UnitName): SheetToWrite => ({
  name: 'Theo điểm cầu',
  header: [
    ...['TT', 'Điểm cầu', 'Đại biểu', 'Có mặt', 'Dự thay', 'Vắng mặt', 'Chưa điểm danh'],
    ...['Người trong phòng họp', 'Kết nối từ', 'Kết nối đến', 'Số lần sự cố'],
  ],
  widths: [6, 42, 10, 10, 10, 10, 16, 22, 12, 12, 14],
  formats: [count, undefined, count, count, count, count, count, count, undefined, undefined, count],
  rows: points.map((point, at) => {
    const { delegates, there, substituted, absent } = totalsOf([point])
    const unmarked = delegates - there - substituted - absent
    const figures = [delegates, there, substituted, absent, unmarked, point.heads]
    return [at + 1, unitName(point.unitId), ...figures, ...linkOf(point), point.faults?.length ?? 0]
  }),
})

function* delegateRows(points: readonly PrintedPoint[], unitName: UnitName) {
  let place = 0
  for (const { unitId, delegates } of points)
    for (const one of delegates) {
      place += 1
      yield [
        place,
        unitName(unitId),
        one.name,
        markWords[one.mark ?? 'unmarked'],
        one.substitute,
        one.reason,
        one.late ? 'Ghi nhận sau khi kết thúc' : undefined,
      ]
    }
}

const delegatesSheet = (points: readonly PrintedPoint[], unitName: UnitName): SheetToWrite => ({
  name: 'Theo đại biểu',
  header: ['TT', 'Điểm cầu', 'Đại biểu', 'Điểm danh', 'Người dự thay', 'Lý do vắng mặt', 'Ghi chú'],
  widths: [8, 42, 60, 22, 40, 40, 28],
  formats: [count],
  rows: delegateRows(points, unitName),
})

type Wanted = { unitName: UnitName; date: PrintModel['meta']['date']; delegates: boolean }

/** @param delegates whether each is named: a nation's are, place by place */
export const attendanceSheets = async (
  points: readonly PrintedPoint[],
  { unitName, date, delegates }: Wanted,
): Promise<Buffer> => {
  const sheets = [pointsSheet(points, unitName), ...(delegates ? [delegatesSheet(points, unitName)] : [])]
  return fixedZip(await writeSheets(sheets), date)
}
