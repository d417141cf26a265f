// Who speaks next, and who may speak at all: one at a time. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import {
  type Floor,
  type FloorRequest,
  type FloorRequestInput,
  type Opening,
  type RequestState,
  usualSeconds,
} from './schema.ts'

/** The floor of a conference where nobody has opened it yet. */
export const untouched = (conferenceId: string): Floor => ({
  conferenceId,
  open: false,
  budgetSeconds: usualSeconds,
  version: 0,
})

/** @throws Problem `conference-not-in-session` */
export const expectSession = (conference: Conference): void => {
  if (conference.state !== 'in-session') throw new Problem('conference-not-in-session')
}

/** The list opens for an agenda item; opening an open list moves it to another. @throws Problem `agenda-item-unknown` */
export const opened = (floor: Floor, conference: Conference, opening: Opening, at: string): Floor => {
  const { agendaItem, budgetSeconds } = opening
  if (agendaItem !== undefined && !conference.agenda.some(({ id }) => id === agendaItem))
    throw wrongField('agenda-item-unknown', '/agendaItem', agendaItem)
  const { agendaItem: _, ...rest } = floor
  const openedAt = floor.open && floor.openedAt ? floor.openedAt : at
  return {
    ...rest,
    ...(agendaItem === undefined ? {} : { agendaItem }),
    open: true,
    openedAt,
    budgetSeconds,
    version: floor.version + 1,
  }
}

/** @throws Problem `floor-closed` */
export const expectOpen = (floor: Floor): void => {
  if (!floor.open) throw new Problem('floor-closed')
}

/** No new entries; whoever speaks goes on, and those who wait may still be called. */
export const closed = (floor: Floor): Floor => {
  expectOpen(floor)
  return { ...floor, open: false, version: floor.version + 1 }
}

type Made = Pick<FloorRequest, 'id' | 'pointId' | 'speaker' | 'askedBy'> & { floor: Floor }

/** A request as asked; when it counts as asked is known once it is recorded. */
export const newRequest = (
  { floor, ...made }: Made,
  { unitId, kind, contributionId, claimedAt }: FloorRequestInput,
): Omit<FloorRequest, 'receivedAt' | 'effectiveAt'> => ({
  ...made,
  conferenceId: floor.conferenceId,
  unitId,
  kind,
  ...(contributionId === undefined ? {} : { contributionId }),
  ...(floor.agendaItem === undefined ? {} : { agendaItem: floor.agendaItem }),
  ...(claimedAt === undefined ? {} : { claimedAt }),
  state: 'waiting',
  version: 1,
})

const expectWaiting = ({ state }: FloorRequest): void => {
  if (state !== 'waiting') throw new Problem('request-not-waiting', { detail: state })
}

type Both = { floor: Floor; request: FloorRequest }

const next = (request: FloorRequest, state: RequestState, change: Partial<FloorRequest>): FloorRequest => ({
  ...request,
  ...change,
  state,
  version: request.version + 1,
})

/** Gives the floor: the clock starts with it. @throws Problem `floor-occupied`, `request-not-waiting` */
export const called = ({ floor, request }: Both, startedAt: string): Both => {
  if (floor.current) throw new Problem('floor-occupied')
  expectWaiting(request)
  const { unitId, pointId, speaker, kind } = request
  const turn = { startedAt, budgetSeconds: floor.budgetSeconds }
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

const ended = ({ floor, request }: Both, state: 'done' | 'skipped', at: string, reason?: string): Both => {
  const { current, ...rest } = floor
  if (current?.requestId !== request.id) throw new Problem('request-not-speaking')
  const endedAt = at < current.startedAt ? current.startedAt : at
  const ms = Date.parse(endedAt) - Date.parse(current.startedAt)
  const change = { endedAt, seconds: Math.round(ms / 1000), budgetSeconds: current.budgetSeconds }
  return {
    floor: { ...rest, version: floor.version + 1 },
    request: next(request, state, { ...change, ...(reason === undefined ? {} : { reason }) }),
  }
}

/** The turn ends and the floor is free. */
export const yielded = (both: Both, at: string): Both => ended(both, 'done', at)

/** Passed over: a called one who does not answer frees the floor, a waiting one only leaves the list. */
export const skipped = (both: Both, reason: string, at: string): Both => {
  if (both.request.state === 'speaking') return ended(both, 'skipped', at, reason)
  expectWaiting(both.request)
  return { floor: both.floor, request: next(both.request, 'skipped', { reason }) }
}

export const withdrawn = (request: FloorRequest): FloorRequest => {
  expectWaiting(request)
  return next(request, 'withdrawn', {})
}

/** More time for whoever speaks. @throws Problem `floor-free` */
export const extended = (floor: Floor, seconds: number): Floor => {
  const current = currentTurn(floor, undefined)
  return {
    ...floor,
    current: { ...current, budgetSeconds: current.budgetSeconds + seconds },
    version: floor.version + 1,
  }
}

const rank = ({ kind }: FloorRequest) => (kind === 'point-of-order' ? 0 : 1)

const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The order of calling: points of order first, then who asked first, then the id. */
export const byTurn = (a: FloorRequest, b: FloorRequest): number =>
  rank(a) - rank(b) || before(a.effectiveAt, b.effectiveAt) || before(a.id, b.id)

/** The waiting in the order of calling, and the turns that were, in the order they began. */
export const listOf = (requests: readonly FloorRequest[]) => ({
  queue: requests.filter(({ state }) => state === 'waiting').sort(byTurn),
  done: requests
    .filter(({ state }) => state === 'done')
    .sort((a, b) => before(a.startedAt ?? '', b.startedAt ?? '') || before(a.id, b.id)),
})
