// What happened in the session, in the order it happened: items of the agenda, turns, papers, changes of the chair. Pure.
import * as z from 'zod'
import { itemsOf } from './agenda.rules.ts'
import type { Compiling, Draft, Facts, Told } from './facts.rules.ts'
import { atStart, type Namer } from './names.rules.ts'
import { paperOf, paperWords, writtenOf } from './papers.rules.ts'
import { idOf, type Scene, toldMost, turnScenes, whoOf } from './turn-scenes.rules.ts'
import { turnsIn } from './turns.rules.ts'
import { clockWords, unstopped } from './words.rules.ts'

/** Papers delivered outside any turn. */
const deliveries = (facts: Facts): Scene[] => {
  const turns = turnsIn(facts.events, facts.conference.closedAt)
  const within = new Set(turns.map(({ delivery }) => delivery?.id))
  const told = facts.events.filter(({ id, name }) => name === 'contribution.delivered' && !within.has(id))
  if (told.length > toldMost) return []
  return told.map(({ id, effectiveAt, data }) => ({
    at: effectiveAt,
    id: idOf(id),
    kind: 'contribution',
    say: (say) => {
      const paper = paperOf(data)
      const who = whoOf(paper.author, paper.unitId, facts, say)
      return { text: `Lúc ${clockWords(effectiveAt)}, ${who} trình bày ${paperWords(paper)}.`, events: [id] }
    },
  }))
}

/** What is taken as written is told where the first of it was. */
const asWritten = (facts: Compiling): Scene[] => {
  const all = facts.events.filter(({ name }) => name === 'contribution.taken-as-written')
  const taken = [...new Map(all.map((event) => [event.subject, event])).values()]
  const [first] = taken
  return first
    ? [{ at: first.effectiveAt, id: 'blk_written', kind: 'written', say: () => writtenOf(facts, taken) }]
    : []
}

const Chair = z.object({ display: z.string(), from: z.string().optional() })

const chairTaken = ({ id, data, effectiveAt }: Told): Scene => ({
  at: effectiveAt,
  id: idOf(id),
  kind: 'turn',
  say: (say) => {
    const { display, from } = Chair.parse(data)
    const instead = from ? ` thay ${say(from)}` : ''
    return {
      text: `Từ ${clockWords(effectiveAt)}, ${say(display)} điều hành Hội nghị${instead}.`,
      events: [id],
    }
  },
})

const Undone = z.object({ from: z.enum(['in-session', 'closed']), reason: z.string() })

/** A mistake that was undone is told: what stands between it and its undoing would be a riddle otherwise. */
const reopened = ({ id, data, effectiveAt }: Told): Scene => {
  const { from, reason } = Undone.parse(data)
  const what =
    from === 'closed'
      ? 'Hội nghị được mở lại sau khi kết thúc nhầm'
      : 'việc bắt đầu nhầm Hội nghị được hủy bỏ'
  const text = `Lúc ${clockWords(effectiveAt)}, ${what}; lý do: ${unstopped(reason)}.`
  return { at: effectiveAt, id: idOf(id), kind: 'turn', say: () => ({ text, events: [id] }) }
}

const stepScenes: Record<string, (event: Told) => Scene> = {
  'conference.chair-taken': chairTaken,
  'conference.reopened': reopened,
}

const asBlock = ({ id, kind, say }: Scene, name: Namer): Draft => {
  const { text, ...rest } = say(name)
  return { id, kind, sentences: [{ ...rest, text: atStart(text) }] }
}

/** Of one moment an item of the agenda comes before what happens in it. */
const byTime = (a: Scene, b: Scene): number =>
  (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) ||
  Number(b.kind === 'item') - Number(a.kind === 'item') ||
  (a.id < b.id ? -1 : 1)

const scenesOf = (facts: Compiling): Scene[] =>
  [
    ...itemsOf(facts),
    ...turnScenes(facts),
    ...deliveries(facts),
    ...asWritten(facts),
    ...facts.events.flatMap((event) => stepScenes[event.name]?.(event) ?? []),
  ].sort(byTime)

/**
 * What happened, in the order it happened, in two parts.
 * @returns what came before the item that concludes, and that item with what followed; all of it in the first without one
 */
export const proceedings = (facts: Compiling): { before: Scene[]; conclusion: Scene[] } => {
  const scenes = scenesOf(facts)
  const concluding = facts.conference.agenda.filter(({ kind }) => kind === 'conclusion').map(({ id }) => id)
  const at = scenes.findIndex(({ id }) =>
    concluding.some((item) => id.startsWith(`blk_item-${item.slice(4)}-`)),
  )
  return at < 0
    ? { before: scenes, conclusion: [] }
    : { before: scenes.slice(0, at), conclusion: scenes.slice(at) }
}

export const told = (scenes: readonly Scene[], name: Namer): Draft[] =>
  scenes.map((one) => asBlock(one, name))
