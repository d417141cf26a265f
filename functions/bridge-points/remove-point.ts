// Take a point out of a conference before the session, and bring back one that was withdrawn.
import * as z from 'zod'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, page, putNext, remove, removeVersion } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { cardKey } from './card-entity.ts'
import { pointItem, rowKey, setColumns } from './entity.ts'
import { pointKey, pointPartition } from './point-key.rules.ts'
import { pointRemoved, pointRestored, pointWithdrawn } from './points.events.ts'
import { expectBeforeSession, expectPreparing } from './points.rules.ts'
import { type Removal, Removed } from './points.schema.ts'
import type { Point } from './stored.schema.ts'

const own = ['POINT', 'CARD']

/** Nothing happened: nobody was invited yet, and nothing was entered but the card. */
const isUntouched = async ({ state }: Conference, { conferenceId, id }: Point): Promise<boolean> => {
  if (state !== 'draft') return false
  const pk = pointPartition(conferenceId, id)
  const { items } = await page({ pk, limit: own.length + 1 }, z.object({ sk: z.string() }))
  return items.every(({ sk }) => own.includes(sk))
}

/** Whatever is entered in a draft changes the point: its version tells that nothing came between. */
const erased = (point: Point): Operation[] => [
  removeVersion(pointKey(point.conferenceId, point.id), point.version),
  remove(rowKey(point.conferenceId, point.id)),
  remove(cardKey(point.conferenceId, point.id)),
]

const marked = (point: Point, withdrawn: NonNullable<Point['withdrawn']>): Operation[] => [
  putNext(pointItem({ ...point, withdrawn, version: point.version + 1 })),
  setColumns(point, { withdrawnAt: withdrawn.at }),
]

/** @throws Problem `point-withdrawn`, and `conference-state` once the session has begun */
export const removePoint = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { reason }: Removal,
): Promise<Removed['outcome']> =>
  persisting(async () => {
    const { conference, point } = await atPoint(actor, 'point:remove', conferenceId, pointId)
    expectBeforeSession(conference, point)
    const untouched = await isUntouched(conference, point)
    const told = { at: now().toISOString(), by: actor.name, reason }
    const [operations, event] = untouched
      ? [erased(point), pointRemoved(point, reason)]
      : [marked(point, told), pointWithdrawn(point, reason)]
    const outcome = untouched ? 'removed' : 'withdrawn'
    await write(actor, outcome, ...operations, emit(actor, event))
    return outcome
  })

/** What a repeated request is answered, the point being gone, to whoever may still do it. @param ref as the act left it */
export const removedAgain = async (
  actor: Actor,
  conferenceId: string,
  ref: string,
): Promise<Removed['outcome']> => {
  const { hostUnitId } = await loadConference(conferenceId)
  allow(actor, 'point:remove', { conference: conferenceId, host: hostUnitId })
  return Removed.shape.outcome.parse(ref)
}

/** @throws Problem `point-standing` when it was not withdrawn */
export const restorePoint = (actor: Actor, conferenceId: string, pointId: string): Promise<void> =>
  persisting(async () => {
    const { conference, point } = await atPoint(actor, 'point:remove', conferenceId, pointId)
    expectPreparing(conference)
    const { withdrawn, ...standing } = point
    if (!withdrawn) throw new Problem('point-standing')
    await write(
      actor,
      pointId,
      putNext(pointItem({ ...standing, version: point.version + 1 })),
      setColumns(point, { listed: point.delegateIds.length }, ['withdrawnAt']),
      emit(actor, pointRestored(point)),
    )
  })
