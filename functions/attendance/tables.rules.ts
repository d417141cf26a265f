// Attendance as tables: totals, by point, by delegate, with Vietnamese headers; times of Asia/Ho_Chi_Minh. Pure.
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import type { PointStays } from '#functions/bridge-points/stays.rules.ts'
import { counts } from './fold.rules.ts'
import { rivalsOf } from './rivals.rules.ts'
import type { Roll } from './roll.schema.ts'
import type { PointTotals, Totals } from './schema.ts'
import { sheetLine } from './sheet.rules.ts'

export type Value = string | number | undefined

export type Column = { header: string; width: number; format?: string }

const dayTime = 'dd/mm/yyyy hh:mm'
const text = (header: string, width: number): Column => ({ header, width })
const whole = (header: string): Column => ({ header, width: 12, format: '#,##0' })
const minutes = (header: string): Column => ({ header, width: 14, format: '#,##0.0' })
const moment = (header: string): Column => ({ header, width: 18, format: dayTime })

const stayColumns: Column[] = [
  moment('Vào lúc'),
  moment('Rời lúc'),
  whole('Số lần gián đoạn'),
  minutes('Gián đoạn (phút)'),
  minutes('Tổng thời gian (phút)'),
  text('Vào muộn', 10),
  text('Rời sớm', 10),
]

export const totalColumns: Column[] = [
  text('Nội dung', 40),
  { header: 'Số liệu', width: 60, format: '#,##0' },
]

export const pointColumns: Column[] = [
  whole('STT'),
  text('Điểm cầu', 36),
  whole('Triệu tập'),
  whole('Có mặt'),
  whole('Trong đó trực tuyến'),
  whole('Vắng mặt'),
  whole('Người dự thay'),
  whole('Chưa điểm danh'),
  whole('Số người trong phòng'),
  moment('Điểm danh lúc'),
  ...stayColumns,
]

export const delegateColumns: Column[] = [
  whole('STT'),
  text('Điểm cầu', 36),
  text('Họ và tên', 28),
  text('Cấp bậc, chức vụ', 48),
  text('Điểm danh', 16),
  text('Lý do vắng', 36),
  text('Người dự thay', 40),
  ...stayColumns,
  text('Ghi chú', 40),
]

const civilOffsetMs = 7 * 3_600_000
const dayMs = 86_400_000
/** Days from 30/12/1899, where spreadsheets count from, to 1/1/1970. */
const epochDays = 25_569

/** A moment as spreadsheets count days, or as people write it. */
export type Clock = (instant: string) => Value
export const asSerial: Clock = (instant) => (Date.parse(instant) + civilOffsetMs) / dayMs + epochDays
export const asText: Clock = (instant) => {
  const civil = new Date(Date.parse(instant) + civilOffsetMs).toISOString()
  return `${civil.slice(8, 10)}/${civil.slice(5, 7)}/${civil.slice(0, 4)} ${civil.slice(11, 16)}`
}

const at = (clock: Clock, instant: string | undefined): Value => (instant ? clock(instant) : undefined)
const inMinutes = (ms: number): number => Math.round(ms / 6_000) / 10
const yes = (flag: boolean): Value => (flag ? 'Có' : undefined)

const stayCells = (stays: PointStays | undefined, clock: Clock): Value[] => {
  if (!stays) return stayColumns.map(() => undefined)
  const { firstJoin, lastLeave, gaps, connectedMs, late, leftEarly } = stays
  const gapMs = gaps.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0)
  const times = [at(clock, firstJoin), at(clock, lastLeave?.at)]
  return [...times, gaps.length, inMinutes(gapMs), inMinutes(connectedMs), yes(late), yes(leftEarly)]
}

export const totalRows = (
  { title, startsAt, venue }: { title: readonly string[]; startsAt: string; venue: string },
  totals: Totals,
  clock: Clock,
  drawnUpAt: string,
): Value[][] => [
  ['Hội nghị', title.join('; ')],
  ['Thời gian', clock === asSerial ? asText(startsAt) : clock(startsAt)],
  ['Địa điểm', venue],
  ['Số liệu lúc', asText(drawnUpAt)],
  ['Số điểm cầu', totals.points],
  ['Triệu tập', totals.expected],
  ['Có mặt', totals.present],
  ['Trong đó trực tuyến', totals.online],
  ['Vắng mặt', totals.absent],
  ['Người dự thay', totals.substituted],
  ['Chưa điểm danh', totals.unmarked],
  ['Số người trong các phòng', totals.heads],
]

export const pointRow = (
  place: number,
  line: PointTotals,
  stays: PointStays | undefined,
  clock: Clock,
): Value[] => {
  const { name, expected, present, online, absent, substituted, unmarked, heads, rolledAt } = line
  const figures = [expected, present, online, absent, substituted, unmarked, heads]
  return [place, name, ...figures, at(clock, rolledAt), ...stayCells(stays, clock)]
}

const stateWords = {
  present: 'Có mặt',
  online: 'Trực tuyến',
  absent: 'Vắng mặt',
  substituted: 'Cử người dự thay',
  unmarked: 'Chưa điểm danh',
} as const

const noteOf = (roll: Roll, delegateId: string): string => {
  const mark = roll.marks[delegateId]
  const late = mark && counts(roll, mark) && mark.standing === 'late'
  const notes = [
    ...(late ? ['ghi nhận sau khi kết thúc'] : []),
    ...(rivalsOf(roll, delegateId).length > 0 ? ['các nguồn ghi khác nhau'] : []),
  ]
  return notes.join('; ')
}

export const delegateRow = (
  place: number,
  pointName: string,
  delegate: Delegate,
  roll: Roll,
  { stays, clock }: { stays: PointStays | undefined; clock: Clock },
): Value[] => {
  const { name, titles, state, reason, substitute } = sheetLine(roll, delegate, place)
  const whom = [place, pointName, name, titles, stateWords[state], reason, substitute]
  return [...whom, ...stayCells(stays, clock), noteOf(roll, delegate.id)]
}
