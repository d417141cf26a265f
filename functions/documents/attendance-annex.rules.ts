// Attendance as an annex: each point with its delegation as last marked; of a nation, each place with its figures. Pure.
import { countWords } from '#functions/minutes/words.rules.ts'
import type { PrintedText } from './print.schema.ts'
import { markWords } from './print-words.rules.ts'
import { type Body, column, notes, orderColumn, type UnitName } from './table.rules.ts'

export type PrintedPoint = PrintedText['attendance'][number]
type Attendee = PrintedPoint['delegates'][number]

/** A province with its points, or the centre with the units that belong to none. */
export type Place = { id: string; name: string; points: PrintedPoint[] }

export type Totals = {
  points: number
  delegates: number
  there: number
  absent: number
  substituted: number
  heads: number
}

const isThere = ({ mark }: Attendee) => mark === 'present' || mark === 'online'

/** @returns figures that count delegates; `heads` are people in the rooms, named or not */
export const totalsOf = (points: readonly PrintedPoint[]): Totals => {
  const totals: Totals = {
    points: points.length,
    delegates: 0,
    there: 0,
    absent: 0,
    substituted: 0,
    heads: 0,
  }
  for (const { delegates, heads = 0 } of points) {
    totals.heads += heads
    totals.delegates += delegates.length
    for (const delegate of delegates) {
      if (isThere(delegate)) totals.there += 1
      else if (delegate.mark === 'absent') totals.absent += 1
      else if (delegate.mark === 'substituted') totals.substituted += 1
    }
  }
  return totals
}

const figuresWords = ({ delegates, there, absent, substituted, heads }: Totals): string => {
  const unmarked = delegates - there - absent - substituted
  return [
    `${countWords(there)}/${countWords(delegates)} đại biểu có mặt`,
    ...(substituted > 0 ? [`${countWords(substituted)} cử người dự thay`] : []),
    ...(absent > 0 ? [`${countWords(absent)} vắng mặt`] : []),
    ...(unmarked > 0 ? [`${countWords(unmarked)} chưa điểm danh`] : []),
    ...(heads > 0 ? [`${countWords(heads)} người trong phòng họp`] : []),
  ].join('; ')
}

export const noteOf = ({ reason, substitute, late }: Attendee): string =>
  [
    substitute ? `Người dự thay: ${substitute}` : '',
    reason ? `Lý do: ${reason}` : '',
    late ? 'Ghi nhận sau khi kết thúc' : '',
  ]
    .filter(Boolean)
    .join('; ')

const section = (point: PrintedPoint, at: number, unitName: UnitName) => ({
  heading: `${at + 1}. ${unitName(point.unitId)}: ${figuresWords(totalsOf([point]))}`,
  rows: point.delegates.map((one, place) => [
    String(place + 1),
    one.name,
    markWords[one.mark ?? 'unmarked'] ?? '',
    noteOf(one),
  ]),
})

/** `Điểm cầu trung tâm và 63 điểm cầu`, as the body counts them. */
const pointsWords = (points: readonly PrintedPoint[]): string => {
  const sites = points.filter(({ kind }) => kind !== 'central').length
  const words = `${countWords(sites)} điểm cầu`
  if (sites === points.length) return words
  return sites === 0 ? 'Điểm cầu trung tâm' : `Điểm cầu trung tâm và ${words}`
}

export const attendanceAnnex = (points: readonly PrintedPoint[], unitName: UnitName): Body => ({
  key: 'attendance',
  paragraphs: points.length > 0 ? [`${pointsWords(points)}; ${figuresWords(totalsOf(points))}.`] : [],
  columns: [orderColumn, column('Đại biểu', 8.4), column('Điểm danh', 3.2), column(notes, 4.4)],
  sections: points.map((point, at) => section(point, at, unitName)),
})

export const attendanceByPlace = (places: readonly Place[]): Body => ({
  key: 'attendance',
  paragraphs: [
    `${pointsWords(places.flatMap(({ points }) => points))}; ` +
      `${figuresWords(totalsOf(places.flatMap(({ points }) => points)))}.`,
    'Danh sách đại biểu tại từng điểm cầu được lập thành tệp riêng theo địa phương, kèm theo Biên bản này.',
  ],
  columns: [
    orderColumn,
    column('Địa phương, đơn vị', 6.4),
    ...['Điểm cầu', 'Đại biểu', 'Có mặt', 'Dự thay', 'Vắng mặt'].map((header) => column(header, 2, true)),
  ],
  sections: [
    {
      heading: null,
      rows: places.map(({ name, points }, at) => {
        const { delegates, there, substituted, absent } = totalsOf(points)
        return [
          String(at + 1),
          name,
          ...[points.length, delegates, there, substituted, absent].map(countWords),
        ]
      }),
    },
  ],
})

/** More points than this are told place by place, in a file each. */
export const mostInOne = 100

const centre = 'trung-tam'

/** The places of a nation, in the order their first points stand; none where one file tells of all. */
export const placesOf = (points: readonly PrintedPoint[], unitName: UnitName): Place[] => {
  if (points.length <= mostInOne) return []
  const byPlace = Map.groupBy(points, ({ provinceId = centre }) => provinceId)
  return [...byPlace].map(([id, here]) => ({
    id,
    name: id === centre ? 'Điểm cầu trung tâm và các đơn vị khác' : unitName(id),
    points: here,
  }))
}
