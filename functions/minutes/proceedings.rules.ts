// What happened in the session, event by event, in the order it happened. Pure.
import * as z from 'zod'
import { type Draft, type Facts, idsOf, type Told } from './facts.rules.ts'
import { clockWords, durationWords } from './words.rules.ts'

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
  return [...idsOf(called), event.id]
}

/** What happened, in the order it happened. */
export const proceedings = (facts: Facts): Draft[] =>
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
