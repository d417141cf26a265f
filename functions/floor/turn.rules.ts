// The one turn: given, extended, cut short, taken back, ended. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import { expectWaiting } from './rules.ts'
import type { Extension, Floor, FloorRequest, RequestState, Speaker, SuspensionReason } from './schema.ts'

/** A wrong call may be taken back for so long; after that it was a turn. */
export const undoSeconds = 60

export type Both = { floor: Floor; request: FloorRequest }

const next = (request: FloorRequest, state: RequestState, change: Partial<FloorRequest>): FloorRequest => ({
  ...request,
  ...change,
  state,
  version: request.version + 1,
})

const freed = ({ current: _, ...floor }: Floor): Floor => ({ ...floor, version: floor.version + 1 })

/** Gives the floor: the clock starts with it. @throws Problem `floor-occupied`, `request-not-waiting` */
export const called = ({ floor, request }: Both, startedAt: string, budgetSeconds: number): Both => {
  if (floor.current) throw new Problem('floor-occupied')
  expectWaiting(request)
  const { unitId, pointId, speaker, kind } = request
  const turn = { startedAt, budgetSeconds }
  return {
    floor: {
      ...floor,
      current: { requestId: request.id, unitId, pointId, speaker, kind, ...turn },
      version: floor.version + 1,
    },
    request: next(request, 'speaking', turn),
  }
}

/**
 * The turn that may be ended now.
 * @throws Problem `floor-free`, or `request-not-speaking` when another one was meant
 */
export const currentTurn = (floor: Floor, requestId: string | undefined) => {
  if (!floor.current) throw new Problem('floor-free')
  if (requestId !== undefined && floor.current.requestId !== requestId)
    throw new Problem('request-not-speaking')
  return floor.current
}

/** When a turn still running at the close of the session ended. */
export const endOf = (conference: Conference, at: string): string =>
  conference.closedAt !== undefined && conference.closedAt < at ? conference.closedAt : at

/** The span of the running turn: clocks that step back make it empty, never negative. */
const spanOf = ({ floor, request }: Both, at: string) => {
  const { startedAt, budgetSeconds } = currentTurn(floor, request.id)
  const endedAt = at < startedAt ? startedAt : at
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)
  return { startedAt, endedAt, seconds, budgetSeconds }
}

const ended = (both: Both, state: 'done' | 'skipped', at: string, reason?: string): Both => {
  const { remainingSeconds: _, ...request } = both.request
  const change = { ...spanOf(both, at), ...(reason === undefined ? {} : { reason }) }
  return { floor: freed(both.floor), request: next(request, state, change) }
}

/** The turn ends and the floor is free. */
export const yielded = (both: Both, at: string): Both => ended(both, 'done', at)

/** Passed over: a called one who does not answer frees the floor, a waiting one only leaves the list. */
export const skipped = (both: Both, reason: string, at: string): Both => {
  if (both.request.state === 'speaking') return ended(both, 'skipped', at, reason)
  expectWaiting(both.request)
  return { floor: both.floor, request: next(both.request, 'skipped', { reason }) }
}

/** A request as if it had not been called: its place in the list is when it was asked. */
const waitingAgain = ({
  startedAt: _,
  endedAt: __,
  seconds: ___,
  budgetSeconds: ____,
  reason: _____,
  ...request
}: FloorRequest): FloorRequest => next(request, 'waiting', {})

/** Cut short: the speaker waits again in the old place, with the time that was left, and what was said counts. */
export const suspended = (both: Both, reason: SuspensionReason, at: string): Both => {
  const { budgetSeconds, ...span } = spanOf(both, at)
  const earlier = [...(both.request.earlier ?? []), { ...span, reason }]
  const remainingSeconds = Math.max(budgetSeconds - span.seconds, 0)
  return { floor: freed(both.floor), request: { ...waitingAgain(both.request), earlier, remainingSeconds } }
}

/**
 * Takes a wrong call back: no time counts and the place is kept.
 * @throws Problem `undo-too-late`, `floor-free`, `request-not-speaking`
 */
export const undone = (both: Both, at: string): Both => {
  if (spanOf(both, at).seconds > undoSeconds) throw new Problem('undo-too-late')
  return { floor: freed(both.floor), request: waitingAgain(both.request) }
}

/** Back into the list, in the old place. @throws Problem `request-not-skipped` */
export const restored = (request: FloorRequest): FloorRequest => {
  if (request.state !== 'skipped') throw new Problem('request-not-skipped', { detail: request.state })
  const { startedAt, endedAt, seconds } = request
  const earlier = request.earlier ?? []
  const spoken =
    startedAt && endedAt && seconds !== undefined
      ? [...earlier, { startedAt, endedAt, seconds, reason: 'other' as const }]
      : earlier
  return { ...waitingAgain(request), ...(spoken.length > 0 ? { earlier: spoken } : {}) }
}

export const withdrawn = (request: FloorRequest): FloorRequest => {
  expectWaiting(request)
  return next(request, 'withdrawn', {})
}

/**
 * More time for whoever speaks.
 * @throws Problem `floor-free`, or `request-not-speaking` when another one was meant
 */
export const extended = (floor: Floor, { seconds, requestId }: Extension): Floor => {
  const current = currentTurn(floor, requestId)
  return {
    ...floor,
    current: { ...current, budgetSeconds: current.budgetSeconds + seconds },
    version: floor.version + 1,
  }
}

/** Somebody else speaks than was announced. @throws Problem `request-not-waiting` once the turn is over */
export const renamed = ({ floor, request }: Both, speaker: Speaker): Both => {
  if (request.state !== 'speaking') expectWaiting(request)
  // What was said before was said by whoever was named before.
  const earlier = request.earlier?.map((span) => ({ speaker: request.speaker, ...span }))
  const speaking = floor.current?.requestId === request.id ? floor.current : undefined
  return {
    floor: speaking ? { ...floor, current: { ...speaking, speaker }, version: floor.version + 1 } : floor,
    request: next(request, request.state, { speaker, ...(earlier ? { earlier } : {}) }),
  }
}
