// The annexes of minutes: who was there, who spoke, what was handed in, how the links held, what came of it. Pure.
import { annexWords, listedAnnexes } from '#functions/minutes/annex-words.rules.ts'
import type { TextAnnex } from '#functions/minutes/parts.schema.ts'
import { clockWords, countWords, durationWords } from '#functions/minutes/words.rules.ts'
import { attendanceAnnex, attendanceByPlace, type Place } from './attendance-annex.rules.ts'
import { disagreementsAnnex, disagreementsAt, disagreementsByPlace } from './disagreements-annex.rules.ts'
import { outcomeAnnexes } from './outcome-annexes.rules.ts'
import type { Annex, PrintedText } from './print.schema.ts'
import { faultWords, paperStateWords, spanWords, turnWords } from './print-words.rules.ts'
import { type Body, column, table, type UnitName, whoOf, withoutEmptyNotes } from './table.rules.ts'

type Text = PrintedText
type Turn = Text['turns'][number]

const whatOf = ({ contributionId, kind }: Turn, { contributions }: Text): string =>
  contributions.find(({ id }) => id === contributionId)?.title ??
  (kind === 'point-of-order' ? 'Ý kiến về trình tự' : 'Phát biểu')

const turnEnd = ({ seconds, outcome, reason }: Turn): string => {
  const long = seconds === undefined ? '' : durationWords(seconds)
  const told = [long, outcome === 'done' ? '' : turnWords[outcome], reason].filter(Boolean)
  return told.join('; ') || turnWords[outcome]
}

const turnsAnnex = (text: Text, unitName: UnitName): Body =>
  table(
    'turns',
    [
      column('Thời gian', 3, true),
      column('Người phát biểu', 5.6),
      column('Nội dung', 5.4),
      column('Thời lượng, kết quả', 3.4),
    ],
    text.turns.map((turn) => [
      spanWords(turn.startedAt, turn.endedAt),
      whoOf(turn.speaker, unitName(turn.unitId)),
      whatOf(turn, text),
      turnEnd(turn),
    ]),
  )

const papersAnnex = ({ contributions }: Text, unitName: UnitName): Body => ({
  ...table(
    'contributions',
    [column('Tên tham luận, ý kiến', 7.4), column('Người gửi, đơn vị', 5), column('Kết quả', 3.6)],
    contributions.map(({ title, unitId, author, state, late, sha256 }) => [
      { text: title, small: `SHA-256: ${sha256}` },
      whoOf(author, unitName(unitId)),
      `${paperStateWords[state] ?? state}${late ? ' (gửi sau thời hạn)' : ''}`,
    ]),
  ),
  paragraphs: [`Tổng số: ${countWords(contributions.length)} tham luận, ý kiến.`],
})

type Point = Text['attendance'][number]

const faultLine = ({ kind, from, to, note }: Point['faults'][number]): string => {
  const when = to ? `${clockWords(from)} – ${clockWords(to)}` : `từ ${clockWords(from)}`
  return `${when}: ${faultWords[kind] ?? kind}${note ? ` (${note})` : ''}`
}

const technicalRow = ({ unitId, stays = [], faults = [] }: Point, unitName: UnitName): string[] => [
  unitName(unitId),
  stays.map(({ from, to }) => spanWords(from, to)).join('; ') || 'Không ghi nhận kết nối',
  faults.map(faultLine).join('; ') || 'Không',
]

const technicalAnnex = (points: readonly Point[], unitName: UnitName): Body =>
  table(
    'technical',
    [column('Điểm cầu', 5.2), column('Thời gian kết nối', 4.6), column('Sự cố', 6.2)],
    points
      .filter(({ stays = [], faults = [] }) => stays.length + faults.length > 0)
      .map((point) => technicalRow(point, unitName)),
  )

/** What a nation's log is too long for stands with each place. */
const elsewhere = (body: Body): Body => ({
  ...body,
  columns: [],
  sections: [],
  paragraphs: [
    'Nhật ký kỹ thuật của từng điểm cầu được lập thành tệp riêng theo địa phương, kèm theo Biên bản này.',
  ],
})

const saysSomething = ({ sections, paragraphs }: Body): boolean =>
  sections.some(({ rows, heading }) => rows.length > 0 || heading !== null) ||
  (sections.length === 0 && paragraphs.length > 0)

/** `diemcau-minutes/1` tells of each point in its body. */
const tellsPoints = ({ blocks }: Text): boolean => blocks.some(({ kind }) => kind === 'point')

const attendanceBodies = (text: Text, places: readonly Place[], unitName: UnitName): Body[] => {
  if (tellsPoints(text)) return []
  return [places.length > 0 ? attendanceByPlace(places) : attendanceAnnex(text.attendance, unitName)]
}

const technicalBodies = (text: Text, places: readonly Place[], unitName: UnitName): Body[] => {
  const body = technicalAnnex(text.attendance, unitName)
  return [places.length > 0 && saysSomething(body) ? elsewhere(body) : body]
}

/** A body with the number and the title that the text gives it. */
export type Numbered = Body & { annex: TextAnnex }

/** Of these the ones that the text lists and that have something to say, in its order. */
const listed = (text: Text, bodies: readonly Body[]): Numbered[] => {
  const saying = new Map(bodies.filter(saysSomething).map((body) => [body.key, body]))
  return listedAnnexes(text).flatMap((annex) => {
    const body = saying.get(annex.key)
    return body ? [{ ...body, annex }] : []
  })
}

/** @param places of a nation, each of which has a file of its own; else empty */
export const annexBodies = (text: Text, places: readonly Place[], unitName: UnitName): Numbered[] =>
  listed(text, [
    ...attendanceBodies(text, places, unitName),
    turnsAnnex(text, unitName),
    ...technicalBodies(text, places, unitName),
    papersAnnex(text, unitName),
    ...outcomeAnnexes(text, unitName),
    places.length > 0 ? disagreementsByPlace(text, places) : disagreementsAnnex(text.disagreements),
  ])

/** What stands in the file of one place. */
export const placeBodies = (text: Text, place: Place, unitName: UnitName): Numbered[] =>
  listed(text, [
    attendanceAnnex(place.points, unitName),
    technicalAnnex(place.points, unitName),
    disagreementsAnnex(disagreementsAt(text, place)),
  ])

export const asAnnex = (
  { annex, paragraphs, columns, sections }: Numbered,
  { note, part = null }: { note: string; part?: string | null },
): Annex => ({
  label: annexWords(annex),
  title: annex.title.toLocaleUpperCase('vi'),
  part,
  note,
  paragraphs,
  ...withoutEmptyNotes({ columns, sections }),
})
