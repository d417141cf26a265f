// The list of speakers: who may ask, who comes next. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import {
  type Floor,
  type FloorRequest,
  type FloorRequestInput,
  type Opening,
  usualOrderSeconds,
  usualSeconds,
  usualWarningSeconds,
} from './schema.ts'

/** The floor of a conference where nobody has opened it yet. */
export const untouched = (conferenceId: string): Floor => ({
  conferenceId,
  open: false,
  budgetSeconds: usualSeconds,
  orderBudgetSeconds: usualOrderSeconds,
  warningSeconds: usualWarningSeconds,
  version: 0,
})

/** @throws Problem `conference-not-in-session` */
export const expectSession = (conference: Conference): void => {
  if (conference.state !== 'in-session') throw new Problem('conference-not-in-session')
}

/** The list opens for an agenda item; opening an open list moves it to another. @throws Problem `agenda-item-unknown` */
export const opened = (floor: Floor, conference: Conference, opening: Opening, at: string): Floor => {
  const { agendaItem } = opening
  if (agendaItem !== undefined && !conference.agenda.some(({ id }) => id === agendaItem))
    throw wrongField('agenda-item-unknown', '/agendaItem', agendaItem)
  const { agendaItem: _, unitBudgetSeconds: __, ...rest } = floor
  const openedAt = floor.open && floor.openedAt ? floor.openedAt : at
  return { ...rest, ...opening, open: true, openedAt, version: floor.version + 1 }
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

/** @throws Problem `request-not-waiting` naming what became of it */
export const expectWaiting = ({ state }: FloorRequest): void => {
  if (state !== 'waiting') throw new Problem('request-not-waiting', { detail: state })
}

const order = ({ kind }: FloorRequest) => (kind === 'point-of-order' ? 0 : 1)

const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The order of calling: points of order first, then who asked first, then the id. */
export const byTurn = (a: FloorRequest, b: FloorRequest): number =>
  order(a) - order(b) || before(a.effectiveAt, b.effectiveAt) || before(a.id, b.id)

const began = ({ earlier, startedAt }: FloorRequest) => earlier?.[0]?.startedAt ?? startedAt ?? ''

/** The waiting in the order of calling, the turns that were in the order they began, and who was passed over. */
export const listOf = (requests: readonly FloorRequest[]) => ({
  queue: requests.filter(({ state }) => state === 'waiting').sort(byTurn),
  done: requests
    .filter(({ state }) => state === 'done')
    .sort((a, b) => before(began(a), began(b)) || before(a.id, b.id)),
  skipped: requests.filter(({ state }) => state === 'skipped').sort(byTurn),
})

/**
 * Whom to call when nobody is named: the first in the order of calling whose point is not lost.
 * @param lost the points that are not connected now: they keep their place
 * @throws Problem `nobody-waiting`
 */
export const nextOf = (requests: readonly FloorRequest[], lost: ReadonlySet<string>): FloorRequest => {
  const next = listOf(requests).queue.find(({ pointId }) => !lost.has(pointId))
  if (!next) throw new Problem('nobody-waiting')
  return next
}

/** A delegate's own requests in order of asking, with how many go before each that waits. */
export const placesOf = (requests: readonly FloorRequest[], delegateId: string) => {
  const { queue } = listOf(requests)
  return requests
    .filter(({ speaker }) => speaker.delegateId === delegateId)
    .toSorted((a, b) => before(a.effectiveAt, b.effectiveAt) || before(a.id, b.id))
    .map((request) => {
      const at = queue.findIndex(({ id }) => id === request.id)
      return { state: request.state, kind: request.kind, ...(at < 0 ? {} : { before: at }) }
    })
}
