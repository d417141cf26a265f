// The agenda in the words of minutes: each item as it was taken, and what was planned and not taken. Pure.
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { type Draft, type Facts, idsOf, namedBy, onLine, type Said, type Told } from './facts.rules.ts'
import type { Namer } from './names.rules.ts'
import type { Scene } from './turn-scenes.rules.ts'
import { clockWords, listWords, quoted, unstopped } from './words.rules.ts'

/** A report is heard, everything else is gone through. */
const isHeard = ({ kind }: AgendaItem): boolean => kind === 'report' || kind === 'plan'

const presentersOf = ({ presenter, presenters = [] }: AgendaItem): string[] => [
  ...(presenter ? [presenter] : []),
  ...presenters.map(({ display }) => display),
]

const sayItem = (item: AgendaItem, say: Namer): string => {
  const who = listWords(presentersOf(item).map(say))
  if (isHeard(item)) return `Hội nghị nghe ${who ? `${who} ` : ''}trình bày ${quoted(item.title)}`
  return `Hội nghị tiến hành nội dung ${quoted(item.title)}${who ? `, do ${who} trình bày` : ''}`
}

/** `n`: the how manieth time it was on. */
type Span = { item: AgendaItem; start: Told; end: Told | undefined; n: number }

/** What was begun before the start was undone with it. */
const stepsOf = ({ conference: { startedAt = '' }, events }: Facts): Told[] =>
  namedBy(events, 'agenda.item-started', 'agenda.item-ended').filter(
    ({ effectiveAt }) => effectiveAt >= startedAt,
  )

/** The next item's start is an item's end where nobody said so. */
const spansOf = (facts: Facts): Span[] => {
  const items = new Map(facts.conference.agenda.map((item) => [item.id, item]))
  const told = stepsOf(facts)
  const times = new Map<string, number>()
  return told.flatMap((start, at) => {
    const item = items.get(start.subject)
    if (!item || start.name !== 'agenda.item-started') return []
    const n = (times.get(item.id) ?? 0) + 1
    times.set(item.id, n)
    const end = told
      .slice(at + 1)
      .find(({ name, subject }) => name === 'agenda.item-started' || subject === item.id)
    return [{ item, start, end, n }]
  })
}

/** An item nobody ended lasted until the close. */
const untilOf = ({ end }: Span, { conference }: Facts): string => {
  const until = end?.effectiveAt ?? conference.closedAt
  return until ? ` đến ${clockWords(until)}` : ''
}

/** Each item as it was taken, by the acts that began and ended it. */
export const itemsOf = (facts: Facts): Scene[] =>
  spansOf(facts).map((span) => {
    const { item, start, end, n } = span
    const from = `Từ ${clockWords(start.effectiveAt)}${untilOf(span, facts)}`
    return {
      at: start.effectiveAt,
      id: `blk_item-${item.id.slice('agd_'.length)}-${n}`,
      kind: 'item',
      say: (say) => ({
        text: `${from}, ${sayItem(item, say).replace('Hội nghị', n > 1 ? 'Hội nghị tiếp tục' : 'Hội nghị')}.`,
        events: idsOf(end ? [start, end] : [start]),
      }),
    }
  })

const isTaken = (facts: Facts, { id }: AgendaItem): boolean =>
  stepsOf(facts).some(({ name, subject }) => name === 'agenda.item-started' && subject === id)

/** In a session that goes on what comes after the last item that was begun is still to come; of what it passed nothing is said yet. */
const untoldOf = (
  facts: Facts,
  planned: readonly AgendaItem[],
  untold: readonly AgendaItem[],
): AgendaItem[] => {
  if (facts.conference.closedAt !== undefined) return [...untold]
  const last = planned.findLastIndex((item) => isTaken(facts, item))
  return planned.slice(last + 1)
}

const sayPlanned = (item: AgendaItem, at: number, say: Namer): string => {
  const who = listWords(presentersOf(item).map(say))
  return `${at + 1}. ${item.title}${who ? ` (${who})` : ''}.`
}

const sayDropped = ({ title, dropped }: AgendaItem): string =>
  `Nội dung ${quoted(title)} không thực hiện; lý do: ${unstopped(dropped ?? '')}.`

/** The heading of what happened; of an agenda whose items nobody began and ended, the items as planned. */
export const agendaOf = (facts: Facts, say: Namer): Draft => {
  const { agenda } = facts.conference
  const planned = agenda.filter(({ dropped }) => dropped === undefined)
  const untold = planned.filter((item) => !isTaken(facts, item))
  const basis = idsOf(namedBy(facts.events, 'conference.scheduled', 'conference.edited', 'agenda.edited'))
  const told = untold.length === planned.length ? untold : untoldOf(facts, planned, untold)
  const list = told.map((item, at) => onLine(sayPlanned(item, at, say), basis, 'agenda'))
  const intro =
    untold.length === planned.length
      ? 'Chương trình Hội nghị gồm các nội dung sau:'
      : facts.conference.closedAt === undefined
        ? 'Các nội dung tiếp theo của chương trình, chưa tiến hành:'
        : 'Các nội dung theo chương trình không được ghi nhận thời gian thực hiện:'
  const sentences: Said[] = [
    { text: 'Nội dung (theo diễn biến Hội nghị):', events: [] },
    ...(list.length > 0 ? [onLine(intro, basis, 'agenda'), ...list] : []),
    ...agenda
      .filter(({ dropped }) => dropped !== undefined)
      .map((item) => onLine(sayDropped(item), basis, 'agenda')),
  ]
  return { id: 'blk_agenda', kind: 'agenda', sentences }
}
