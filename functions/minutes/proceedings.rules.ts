// What happened in the session, event by event, in the order it happened. Pure.
import * as z from 'zod'
import { type Draft, type Facts, idsOf, linesOf, type Told } from './facts.rules.ts'
import { clockWords, durationWords, quoted } from './words.rules.ts'

const Turn = z.object({
  unitId: z.string(),
  speaker: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  seconds: z.number().optional(),
  kind: z.string().optional(),
  contributionId: z.string().optional(),
  reason: z.string().optional(),
})

const Paper = z.object({
  title: z.string(),
  unitId: z.string(),
  author: z.string(),
  kind: z.string().optional(),
})

/** The unit is said once: many speak by a position that names it. */
const whoOf = (name: string, unit: string): string => (name.includes(unit) ? name : `${name} (${unit})`)

/** Most papers call themselves what they are. */
const paperWords = (data: Record<string, unknown>): string => {
  const { title, kind } = Paper.parse(data)
  const what = kind === 'opinion' ? 'ý kiến' : 'tham luận'
  return title.toLowerCase().startsWith(what) ? quoted(title) : `${what} ${quoted(title)}`
}

const authorOf = (data: Record<string, unknown>, { unitName }: Facts): string => {
  const { author, unitId } = Paper.parse(data)
  return whoOf(author, unitName(unitId))
}

/** The delivery of the paper a turn was asked for: told with the turn. */
const deliveryIn = ({ name, data }: Told, events: readonly Told[]): Told | undefined =>
  name === 'floor.yielded' && typeof data.contributionId === 'string'
    ? events.find((one) => one.name === 'contribution.delivered' && one.subject === data.contributionId)
    : undefined

type Telling = (event: Told, facts: Facts) => { kind: Draft['kind']; text: string; at?: string }

const turn: Telling = (event, { unitName, events }) => {
  const { data, effectiveAt } = event
  const { unitId, speaker, startedAt = effectiveAt, endedAt, seconds, kind } = Turn.parse(data)
  const delivery = deliveryIn(event, events)
  const speech = kind === 'point-of-order' ? 'nêu ý kiến về trình tự' : 'phát biểu'
  const what = delivery ? `trình bày ${paperWords(delivery.data)}` : speech
  const until = endedAt ? ` đến ${clockWords(endedAt)}` : ''
  const long = seconds === undefined ? '' : `, thời lượng ${durationWords(seconds)}`
  return {
    kind: 'turn',
    at: startedAt,
    text: `Từ ${clockWords(startedAt)}${until}: ${whoOf(speaker, unitName(unitId))} ${what}${long}.`,
  }
}

/** What came of the same request later. */
const after = (event: Told, { events }: Facts): Told[] =>
  events.slice(events.indexOf(event) + 1).filter(({ subject }) => subject === event.subject)

/** A turn nobody ended before the horizon lasted until the close: the close ends every turn. */
const running: Telling = (event, facts) => {
  const { startedAt = event.effectiveAt } = Turn.parse(event.data)
  // No end tells who really spoke.
  const named = after(event, facts).findLast(({ name }) => name === 'floor.speaker-named')
  const endedAt = facts.conference.closedAt
  const seconds = endedAt ? Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000) : undefined
  const { speaker } = { ...event.data, ...named?.data }
  return turn({ ...event, data: { ...event.data, speaker, startedAt, endedAt, seconds } }, facts)
}

/** What ends a call: the event says of which call by when that began. */
const ends = new Set(['floor.yielded', 'floor.skipped', 'floor.suspended', 'floor.call-undone'])

const isOfCall = (call: Told, event: Told): boolean =>
  event.subject === call.subject && event.data.startedAt === call.data.startedAt

const isEnded = (call: Told, events: readonly Told[]): boolean =>
  events.some((event) => ends.has(event.name) && isOfCall(call, event))

const whyCut = z.enum(['link-lost', 'point-of-order', 'other'])
const cutWords = { 'link-lost': 'mất kết nối', 'point-of-order': 'nhường ý kiến về trình tự', other: '' }

const cutShort: Telling = (event, facts) => {
  const { reason, note } = z.object({ reason: whyCut, note: z.string().optional() }).parse(event.data)
  const why = [cutWords[reason], note].filter(Boolean).join('; ')
  const told = turn(event, facts)
  return { ...told, text: `${told.text.slice(0, -1)}; tạm dừng${why ? ` (${why})` : ''}.` }
}

/** What can be said of whoever was passed over: some had the floor by then, some have it later. */
const passedWords = (event: Told, facts: Facts): string => {
  const { seconds } = Turn.parse(event.data)
  if (seconds !== undefined) return `được mời phát biểu (${durationWords(seconds)}) nhưng không tiếp tục`
  const before = facts.events.slice(0, facts.events.indexOf(event))
  const isCut = ({ name, subject }: Told) => name === 'floor.suspended' && subject === event.subject
  if (before.some(isCut)) return 'không phát biểu tiếp'
  const restored = after(event, facts).some(({ name }) => name === 'floor.restored')
  return `đăng ký phát biểu nhưng ${restored ? 'chưa' : 'không'} phát biểu`
}

const passedOver: Telling = (event, facts) => {
  const { data, effectiveAt } = event
  const { unitId, speaker, reason } = Turn.parse(data)
  const why = reason ? `; lý do: ${reason}` : ''
  return {
    kind: 'turn',
    text: `${clockWords(effectiveAt)}: ${whoOf(speaker, facts.unitName(unitId))} ${passedWords(event, facts)}${why}.`,
  }
}

const delivered: Telling = ({ data, effectiveAt }, facts) => ({
  kind: 'contribution',
  text: `${clockWords(effectiveAt)}: ${authorOf(data, facts)} trình bày ${paperWords(data)}.`,
})

const asWritten: Telling = ({ data }, facts) => ({
  kind: 'written',
  text: `Ghi nhận bằng văn bản ${paperWords(data)} của ${authorOf(data, facts)}.`,
})

const Chair = z.object({ display: z.string(), from: z.string().optional() })

const chairTaken: Telling = ({ data, effectiveAt }) => {
  const { display, from } = Chair.parse(data)
  const instead = from ? ` thay ${from}` : ''
  return { kind: 'turn', text: `Từ ${clockWords(effectiveAt)}: ${display} điều hành Hội nghị${instead}.` }
}

const Undone = z.object({ from: z.enum(['in-session', 'closed']), reason: z.string() })

/** A mistake that was undone is told: what stands between it and its undoing would be a riddle otherwise. */
const reopened: Telling = ({ data, effectiveAt }) => {
  const { from, reason } = Undone.parse(data)
  const what = from === 'closed' ? 'Hội nghị được mở lại sau khi kết thúc nhầm' : 'Hủy việc bắt đầu nhầm'
  return { kind: 'turn', text: `${clockWords(effectiveAt)}: ${what}; lý do: ${reason}.` }
}

/** What the minutes tell of, event by event; every other event is in the log and not in the text. */
const tellings: Record<string, Telling> = {
  'floor.called': running,
  'floor.yielded': turn,
  'floor.skipped': passedOver,
  'floor.suspended': cutShort,
  'contribution.delivered': delivered,
  'contribution.taken-as-written': asWritten,
  'conference.chair-taken': chairTaken,
  'conference.reopened': reopened,
}

/** The turn's call is told with its end, and so is the paper it was for: all these events carry the sentence. */
const basisOf = (event: Told, events: readonly Told[]): string[] => {
  if (!event.name.startsWith('floor.')) return [event.id]
  const called = events.filter((one) => one.name === 'floor.called' && isOfCall(one, event))
  const delivery = deliveryIn(event, events)
  return [...new Set([...idsOf(called), event.id, ...(delivery ? [delivery.id] : [])])]
}

/** What happened, in the order it happened. */
export const proceedings = (facts: Facts): Draft[] => {
  const { events } = facts
  const toldWithTurns = new Set(events.map((event) => deliveryIn(event, events)?.id))
  const isTold = (event: Told) => event.name !== 'floor.called' || !isEnded(event, events)
  return events
    .flatMap((event) => {
      const tell = tellings[event.name]
      if (!tell || toldWithTurns.has(event.id) || !isTold(event)) return []
      const { at = event.effectiveAt, kind, text } = tell(event, facts)
      const id = `blk_${event.id.replace('_', '-')}`
      return [{ at, block: linesOf(id, kind, text, basisOf(event, events)) }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.block.id < b.block.id ? -1 : 1))
    .map(({ block }) => block)
}
