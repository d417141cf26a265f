// The floor as a screen holds it: the floor's version and each request's apart, of each the greater holds; the list is
// made anew by the house's own rules. Pure.
import { replaceEqualDeep } from '@tanstack/react-query'
import type * as z from 'zod'
import type { PointState } from '#functions/bridge-points/schema.ts'
import { listOf } from '#functions/floor/rules.ts'
import type { Floor, FloorRequest, FloorView, Waiting } from '#functions/floor/schema.ts'

/** A request as it was last known, when that was told by this page's own count (0 by an answer), or that it is gone. */
type Known = { value: Waiting; at: number; gone?: true }

export type HeldFloor = z.infer<typeof FloorView> & {
  /** When this page asked for the answer it rests on, by its own count of what it asked and heard. */
  asked?: number
  /** All requests that are known, also those no list shows: an older message about them may still come. */
  known?: Readonly<Record<string, Known>>
}

export type FloorAnswer = z.infer<typeof FloorView> & { asked?: number }
export type FloorTold = { told: 'floor'; value: Floor }
export type RequestTold = { told: 'request'; at: number; value: FloorRequest }
/** Points of those who wait are in these states now. */
export type StatesTold = { told: 'states'; stateOf: (pointId: string) => PointState | undefined }

const listedOnly = ({ queue, done, skipped }: FloorAnswer): Record<string, Known> =>
  Object.fromEntries([...queue, ...done, ...skipped].map((value) => [value.id, { value, at: 0 }]))

const knownOf = (held: HeldFloor): Readonly<Record<string, Known>> => held.known ?? listedOnly(held)

/** Whoever has the floor waits no more, whichever of the two messages came first. */
const lists = (floor: Floor, known: Readonly<Record<string, Known>>) => {
  const requests = Object.values(known).flatMap(({ value, gone }) => (gone ? [] : value))
  const { queue, done, skipped } = listOf(requests)
  return { queue: (queue as Waiting[]).filter(({ id }) => id !== floor.current?.requestId), done, skipped }
}

/**
 * An answer shows every request but those that speak or were withdrawn. What it does not show is kept only if it was
 * told after the answer had been asked for: then the answer may be the older of the two.
 */
const answeredRequests = (held: HeldFloor, answer: FloorAnswer, asked: number) => {
  const known: Record<string, Known> = listedOnly(answer)
  for (const [id, mine] of Object.entries(knownOf(held))) {
    const theirs = known[id]
    if (!theirs) known[id] = mine.at > asked ? mine : { ...mine, gone: true }
    else if (mine.value.version > theirs.value.version) known[id] = mine
    else if (mine.value.version === theirs.value.version) known[id] = { ...theirs, at: mine.at }
  }
  return known
}

const answered = (held: HeldFloor, answer: FloorAnswer): HeldFloor => {
  const asked = answer.asked ?? 0
  const known = answeredRequests(held, answer, asked)
  const newest: HeldFloor = held.version > answer.version ? held : answer
  const { queue: _, done: __, skipped: ___, known: ____, ...floor } = newest
  return { ...floor, ...lists(floor, known), known, now: answer.now, asked }
}

const floorTold = (held: HeldFloor, value: Floor): HeldFloor => {
  if (value.version <= held.version) return held
  const { now, asked = 0 } = held
  const known = knownOf(held)
  return { ...value, ...lists(value, known), known, now, asked }
}

const requestTold = (held: HeldFloor, { at, value }: RequestTold): HeldFloor => {
  const before = knownOf(held)
  const mine = before[value.id]?.value
  if (mine && value.version <= mine.version) return held
  const told = mine?.pointState ? { ...value, pointState: mine.pointState } : value
  const known = { ...before, [value.id]: { value: told, at } }
  return { ...held, ...lists(held, known), known }
}

const statesTold = (held: HeldFloor, { stateOf }: StatesTold): HeldFloor => {
  const known = Object.fromEntries(
    Object.entries(knownOf(held)).map(([id, one]) => {
      const pointState = one.value.state === 'waiting' ? stateOf(one.value.pointId) : undefined
      return [id, pointState ? { ...one, value: { ...one.value, pointState } } : one]
    }),
  )
  return { ...held, ...lists(held, known), known }
}

const told = (held: HeldFloor, input: FloorTold | RequestTold | StatesTold): HeldFloor => {
  if (input.told === 'floor') return floorTold(held, input.value)
  return input.told === 'request' ? requestTold(held, input) : statesTold(held, input)
}

/** What is held after an answer or a message came. */
export const holdFloor = (
  held: HeldFloor | undefined,
  input: FloorAnswer | FloorTold | RequestTold | StatesTold,
): HeldFloor => {
  if (!('told' in input)) return held ? replaceEqualDeep(held, answered(held, input)) : input
  if (!held) throw new Error('A message of the floor came before the floor.')
  return replaceEqualDeep(held, told(held, input))
}
