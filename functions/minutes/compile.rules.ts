// From the event log to the blocks of the minutes, in the order of Mẫu 1.9, Nghị định 30/2020/NĐ-CP. Pure.
import * as z from 'zod'
import type { Conference } from '#functions/conferences/schema.ts'
import type { BlockKind } from './schema.ts'
import { clockWords, durationWords, listWords, momentWords } from './words.rules.ts'

/** What a compilation reads of a recorded event. */
export type Told = {
  id: string
  by: { name: string }
  name: string
  subject: string
  point?: string | undefined
  data: Record<string, unknown>
  /** UTC instant at which it counts as done. */
  effectiveAt: string
}

/** Who leads and who writes, as records name them. */
export type Role = { sub: string; name: string }

export type Participation = {
  key: string
  kind: 'participants' | 'point' | 'disagreement'
  text: string
  events: string[]
}

/** All that a compilation rests on. */
export type Facts = {
  conference: Conference
  /** The name of a unit on the day of the conference. */
  unitName: (unitId: string) => string
  chairs: Role[]
  secretaries: Role[]
  /** Who took part, and what was settled about it. */
  participation: Participation[]
  points: number
  events: readonly Told[]
}

/** A block as compiled; what it rests on is cut to evidence later. */
export type Draft = { id: string; kind: BlockKind; text: string; events: string[] }

const forms = {
  online: 'trực tuyến',
  hybrid: 'trực tiếp kết hợp trực tuyến',
  'in-person': 'trực tiếp',
} as const

const namedBy = (events: readonly Told[], ...names: string[]): Told[] =>
  events.filter(({ name }) => names.includes(name))

const ids = (events: readonly Told[]): string[] => events.map(({ id }) => id)

const startOf = ({ conference, events }: Facts): Draft => ({
  id: 'blk_start',
  kind: 'start',
  text: `Thời gian bắt đầu: ${momentWords(conference.startedAt ?? conference.startsAt)}.`,
  events: ids(namedBy(events, 'conference.started')),
})

const venueOf = ({ conference, points, events }: Facts): Draft => ({
  id: 'blk_venue',
  kind: 'venue',
  text:
    `Địa điểm: ${conference.venue}; hình thức ${forms[conference.form]}` +
    `${points > 0 ? `, kết nối ${points} điểm cầu` : ''}.`,
  events: ids(namedBy(events, 'conference.scheduled').slice(-1)),
})

const roleOf = (facts: Facts, kind: 'chair' | 'secretary', title: string, roles: Role[]): Draft => {
  const given = facts.events.filter(({ name, data }) => name === 'grant.given' && data.role === kind)
  const names = roles.map(({ name }) => name)
  return {
    id: `blk_${kind}`,
    kind,
    text: `${title}: ${names.length > 0 ? listWords(names) : '…'}.`,
    events: ids(given.filter(({ data }) => roles.some(({ sub }) => sub === data.sub))),
  }
}

const agendaOf = ({ conference, events }: Facts): Draft[] => {
  if (conference.agenda.length === 0) return []
  const lines = conference.agenda.map(
    ({ title, presenter }, at) => `${at + 1}. ${title}${presenter ? ` (${presenter})` : ''}.`,
  )
  return [
    {
      id: 'blk_agenda',
      kind: 'agenda',
      text: ['Nội dung chương trình:', ...lines].join('\n'),
      events: ids(namedBy(events, 'conference.scheduled', 'conference.edited')),
    },
  ]
}

const Turn = z.object({
  unitId: z.string(),
  speaker: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  seconds: z.number().optional(),
  kind: z.string().optional(),
  reason: z.string().optional(),
})

const Paper = z.object({
  title: z.string(),
  unitId: z.string(),
  author: z.string(),
  kind: z.string().optional(),
})

type Telling = (event: Told, facts: Facts) => Omit<Draft, 'id' | 'events'> & { at?: string }

const turn: Telling = ({ data, effectiveAt }, { unitName }) => {
  const { unitId, speaker, startedAt = effectiveAt, endedAt, seconds, kind } = Turn.parse(data)
  const what = kind === 'point-of-order' ? 'phát biểu về thủ tục' : 'phát biểu'
  const until = endedAt ? ` đến ${clockWords(endedAt)}` : ''
  const long = seconds === undefined ? '' : `, thời lượng ${durationWords(seconds)}`
  return {
    kind: 'turn',
    at: startedAt,
    text: `Từ ${clockWords(startedAt)}${until}: ${speaker} (${unitName(unitId)}) ${what}${long}.`,
  }
}

const passedOver: Telling = ({ data, effectiveAt }, { unitName }) => {
  const { unitId, speaker, reason } = Turn.parse(data)
  const why = reason ? `; lý do: ${reason}` : ''
  return {
    kind: 'turn',
    text: `${clockWords(effectiveAt)}: ${speaker} (${unitName(unitId)}) đăng ký phát biểu nhưng không phát biểu${why}.`,
  }
}

const paperWords = (data: Record<string, unknown>, { unitName }: Facts) => {
  const { title, unitId, author, kind } = Paper.parse(data)
  return { what: kind === 'opinion' ? 'ý kiến' : 'tham luận', title, by: `${author} (${unitName(unitId)})` }
}

const delivered: Telling = ({ data, effectiveAt }, facts) => {
  const { what, title, by } = paperWords(data, facts)
  return { kind: 'contribution', text: `${clockWords(effectiveAt)}: ${by} trình bày ${what} “${title}”.` }
}

const asWritten: Telling = ({ data }, facts) => {
  const { what, title, by } = paperWords(data, facts)
  return { kind: 'written', text: `Ghi nhận bằng văn bản ${what} “${title}” của ${by}.` }
}

/** What the minutes tell of, event by event; every other event is in the log and not in the text. */
const tellings: Record<string, Telling> = {
  'floor.yielded': turn,
  'floor.skipped': passedOver,
  'contribution.delivered': delivered,
  'contribution.taken-as-written': asWritten,
}

/** The turn's call is told with its end: both events carry the sentence. */
const basisOf = (event: Told, events: readonly Told[]): string[] => {
  if (!event.name.startsWith('floor.')) return [event.id]
  const called = events.filter(({ name, subject }) => name === 'floor.called' && subject === event.subject)
  return [...ids(called), event.id]
}

/** What happened, in the order it happened. */
const proceedings = (facts: Facts): Draft[] =>
  facts.events
    .flatMap((event) => {
      const tell = tellings[event.name]
      if (!tell) return []
      const { at = event.effectiveAt, kind, text } = tell(event, facts)
      const id = `blk_${event.id.replace('_', '-')}`
      return [{ at, block: { id, kind, text, events: basisOf(event, facts.events) } }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.block.id < b.block.id ? -1 : 1))
    .map(({ block }) => block)

const participationOf = ({ participation }: Facts, ...kinds: Participation['kind'][]): Draft[] =>
  participation
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ key, kind, text, events }) => ({ id: `blk_${key}`, kind, text, events }))

const endOf = ({ conference, events }: Facts): Draft => ({
  id: 'blk_end',
  kind: 'end',
  text: `Hội nghị kết thúc vào ${momentWords(conference.closedAt ?? conference.startsAt)}.`,
  events: ids(namedBy(events, 'conference.closed')),
})

/** The compiled blocks in order; the same facts always give the same blocks. */
export const compiled = (facts: Facts): Draft[] => [
  startOf(facts),
  venueOf(facts),
  ...participationOf(facts, 'participants', 'point'),
  roleOf(facts, 'chair', 'Chủ trì', facts.chairs),
  roleOf(facts, 'secretary', 'Thư ký', facts.secretaries),
  ...agendaOf(facts),
  ...proceedings(facts),
  ...participationOf(facts, 'disagreement'),
  endOf(facts),
]
