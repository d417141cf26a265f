// The floor as a screen holds it: the floor's version and each request's apart, of each the greater holds; the list is
// made anew by the house's own rules. Pure.
import { replaceEqualDeep } from '@tanstack/react-query'
import type * as z from 'zod'
import type { PointState } from '#functions/bridge-points/schema.ts'
import { listOf } from '#functions/floor/rules.ts'
import type { Floor, FloorRequest, FloorView, Waiting } from '#functions/floor/schema.ts'

/** A request as last told, and when by this page's own count of what it asked and heard. */
type Heard = { at: number; version: number }

export type HeldFloor = z.infer<typeof FloorView> & {
  /** When this page asked for the answer it rests on, by the same count. */
  asked?: number
  /** Requests told by messages: also those no list shows, for an older message may still come. */
  heard?: Readonly<Record<string, Heard>>
}

export type FloorAnswer = z.infer<typeof FloorView> & { asked?: number }
export type FloorTold = { told: 'floor'; value: Floor }
export type RequestTold = { told: 'request'; at: number; value: FloorRequest }
/** Points of those who wait are in these states now. */
export type StatesTold = { told: 'states'; stateOf: (pointId: string) => PointState | undefined }

const requestsOf = ({ queue, done, skipped }: HeldFloor): Waiting[] => [...queue, ...done, ...skipped]

const floorOf = ({ queue: _, done: __, skipped: ___, now: ____, asked: _____, heard: ______, ...floor }: HeldFloor) =>
  floor

/** Whoever has the floor waits no more, whichever of the two messages came first. */
const listed = (floor: Floor, requests: Waiting[]) => {
  const { queue, done, skipped } = listOf(requests)
  return { queue: (queue as Waiting[]).filter(({ id }) => id !== floor.current?.requestId), done, skipped }
}

/**
 * An answer shows every request but those that speak or were withdrawn. What it does not show is kept only if it was
 * told after the answer had been asked for: then the answer may be the older of the two.
 */
const answered = (held: HeldFloor, answer: FloorAnswer): HeldFloor => {
  const asked = answer.asked ?? 0
  const heard = held.heard ?? {}
  const own = new Map(requestsOf(held).map((request) => [request.id, request]))
  const shown = requestsOf(answer).flatMap((request) => {
    const mine = own.get(request.id)
    own.delete(request.id)
    if (mine && mine.version > request.version) return mine
    return (heard[request.id]?.version ?? 0) > request.version ? [] : request
  })
  const newer = [...own.values()].filter(({ id }) => (heard[id]?.at ?? 0) > asked)
  const floor = held.version > answer.version ? floorOf(held) : floorOf(answer)
  return { ...floor, ...listed(floor, [...shown, ...newer]), now: answer.now, asked, heard }
}

const floorTold = (held: HeldFloor, value: Floor): HeldFloor => {
  if (value.version <= held.version) return held
  const { now, asked, heard } = held
  const kept = { now, ...(asked === undefined ? {} : { asked }), ...(heard ? { heard } : {}) }
  return { ...value, ...listed(value, requestsOf(held)), ...kept }
}

const requestTold = (held: HeldFloor, { at, value }: RequestTold): HeldFloor => {
  const requests = requestsOf(held)
  const mine = requests.find(({ id }) => id === value.id)
  const known = Math.max(mine?.version ?? 0, held.heard?.[value.id]?.version ?? 0)
  if (value.version <= known) return held
  const heard = { ...held.heard, [value.id]: { at, version: value.version } }
  const told = mine?.pointState ? { ...value, pointState: mine.pointState } : value
  const others = requests.filter(({ id }) => id !== value.id)
  return { ...held, ...listed(floorOf(held), [...others, told]), heard }
}

const statesTold = (held: HeldFloor, { stateOf }: StatesTold): HeldFloor => ({
  ...held,
  queue: held.queue.map((request) => {
    const pointState = stateOf(request.pointId) ?? request.pointState
    return pointState === request.pointState || !pointState ? request : { ...request, pointState }
  }),
})

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
