// What a settled disagreement is in the words of the minutes: who said what, which held, and why. Pure.
import type { NamedChoice, ShownDisagreement, Statement } from '#functions/attendance/disagreements.schema.ts'
import { countWords, unstopped } from './words.rules.ts'

export type SettledDisagreement = Omit<ShownDisagreement, 'settled'> & {
  settled: NonNullable<ShownDisagreement['settled']>
  event: string
}

const kindWords: Record<SettledDisagreement['kind'], string> = {
  'link-without-roll': 'có kết nối đến khi kết thúc nhưng không điểm danh',
  'roll-without-link': 'có điểm danh nhưng không có kết nối',
  'heads-below-present': 'số người trong phòng họp ít hơn số đại biểu được ghi có mặt',
  'sources-differ': 'các nguồn điểm danh ghi khác nhau',
  'ended-grant': 'có điểm danh do người đã hết thời hạn phân quyền gửi',
  'documents-differ': 'các tài liệu ghi khác nhau',
}

const choiceWords: Record<NamedChoice, string> = {
  link: 'lấy theo kết nối',
  roll: 'lấy theo điểm danh',
  heads: 'lấy theo số người đếm được',
  mark: 'chấp nhận lần điểm danh này',
  neither: 'không lấy theo nguồn nào',
}

const sourceWords: Record<string, string> = {
  secretariat: 'ban thư ký',
  operator: 'cán bộ điểm cầu',
  'check-in': 'đại biểu tự báo có mặt',
}

const stateWords: Record<string, string> = {
  present: 'có mặt',
  online: 'dự trực tuyến',
  absent: 'vắng mặt',
  substituted: 'cử người dự thay',
  unmarked: 'chưa điểm danh',
}

const sourceWord = ({ source, by }: Statement): string => {
  const word = sourceWords[source] ?? source
  return by && source !== 'check-in' ? `${word} (${by})` : word
}

/** What a whole call told: delegates, heads, or both. */
const callWords = ({ marks = 0, heads }: Statement): string => {
  const room = heads === undefined ? '' : `${heads} người trong phòng họp`
  return marks > 0 || !room ? [`${marks} đại biểu`, room].filter(Boolean).join(', ') : room
}

const sayStatement = (statement: Statement): string =>
  `${sourceWord(statement)}: ${statement.text ?? stateWords[statement.state ?? ''] ?? callWords(statement)}`

const figuresOf = ({ kind, heads, room, statements = [] }: SettledDisagreement): string => {
  if (kind === 'heads-below-present') return ` (${heads} và ${room})`
  return statements.length > 0 ? ` (${statements.map(sayStatement).join('; ')})` : ''
}

const chosenWords = ({ statements = [], settled: { chosen } }: SettledDisagreement): string => {
  const statement = statements.find(({ event }) => event === chosen)
  return statement ? `lấy theo ${sourceWord(statement)}` : choiceWords[chosen as NamedChoice]
}

/** Whom or what it is about, after the point's name. */
const aboutWords = ({ delegateId, subject }: SettledDisagreement, nameOf: (id: string) => string): string =>
  (delegateId ? ` về đại biểu ${nameOf(delegateId)}` : '') + (subject ? ` về ${subject}` : '')

/** What is said of a point itself, and what of its papers and people. */
const ofPoint: ReadonlySet<SettledDisagreement['kind']> = new Set(['link-without-roll', 'roll-without-link'])

/** What disagreed, and how it was settled: together they are a sentence. */
export type SettledWords = { differs: string; agreed: string }

/** @param where the point's unit; empty where it is about no point @param nameOf delegate → name */
export const settledWords = (
  one: SettledDisagreement,
  where: string,
  nameOf: (id: string) => string,
): SettledWords => {
  const about = `${kindWords[one.kind]}${aboutWords(one, nameOf)}${figuresOf(one)}`
  const place = ofPoint.has(one.kind) ? `Điểm cầu ${where} ${about}` : `Tại điểm cầu ${where}, ${about}`
  return {
    differs: where ? place : `${about.charAt(0).toUpperCase()}${about.slice(1)}`,
    agreed: `đã thống nhất ${chosenWords(one)}, lý do: ${unstopped(one.settled.reason)}`,
  }
}

/** So many are told one by one; of more the text says how many there were, and an annex has them. */
export const settledMost = 10

/** What concerns the whole conference before what concerns a point, and a point before one of its people. */
const weights: SettledDisagreement['kind'][] = [
  'documents-differ',
  'roll-without-link',
  'link-without-roll',
  'heads-below-present',
  'sources-differ',
  'ended-grant',
]

const weightOf = ({ kind, pointId }: SettledDisagreement): number =>
  weights.indexOf(kind) + (pointId ? weights.length : 0)

/** The weightiest first, of one weight in their order. */
export const byWeight = (settled: readonly SettledDisagreement[]): SettledDisagreement[] =>
  settled.toSorted((a, b) => weightOf(a) - weightOf(b))

/** `3 trường hợp các nguồn điểm danh ghi khác nhau`, the weightiest kind first. */
export const kindsWords = (settled: readonly SettledDisagreement[]): string[] =>
  weights.flatMap((kind) => {
    const many = settled.filter((one) => one.kind === kind).length
    return many > 0 ? [`${countWords(many)} trường hợp ${kindWords[kind]}`] : []
  })
