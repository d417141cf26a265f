// Take the roll of a point: many marks at once. Rehearsal and late calls are kept and marked so; none is refused.

import { setColumns } from '#functions/bridge-points/entity.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { expectState } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { may, type Touched } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { loadForRollCall, rollItem } from './entity.ts'
import { rollActOf, rollCallTaken } from './events.ts'
import {
  countsOf,
  expectDelegates,
  folded,
  keptMarks,
  rollColumns,
  type Source,
  standingOf,
} from './rules.ts'
import { type RollCall, type RollTaken, Standing } from './schema.ts'

/** Whoever may edit the conference speaks as the secretariat, anybody else as the point's operator. */
const sourceOf = (actor: Actor, touched: Touched): Source =>
  may(actor.grants, 'conference:edit', touched, now().toISOString()) ? 'secretariat' : 'operator'

const eventOf = (
  actor: Actor,
  conference: Conference,
  point: Point,
  source: Source,
  call: RollCall,
): RecordedEvent => {
  const taken = rollCallTaken(point, source, { marks: keptMarks(call), heads: call.headCount })
  const event = recorded(actor, taken, { claimedAt: call.claimedAt, openedAt: conference.openedAt })
  const standing = standingOf(conference, { at: event.effectiveAt, recordedAt: event.recordedAt })
  return { ...event, data: { ...event.data, standing } }
}

const allowedAtRoll = async (actor: Actor, conferenceId: string, pointId: string) => {
  const parts = await loadForRollCall(conferenceId, pointId)
  const { conference, point } = parts
  const touched = { conference: conferenceId, host: conference.hostUnitId, unit: point.unitId }
  allow(actor, 'roll-call:mark', touched)
  return { ...parts, touched }
}

/**
 * Writes four items: the roll, the point's row, one event with all marks, and the idempotency key.
 * @throws Problem `delegate-unknown` naming the lines
 */
export const takeRoll = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  call: RollCall,
): Promise<RollTaken> =>
  persisting(async () => {
    const { conference, point, roll, touched } = await allowedAtRoll(actor, conferenceId, pointId)
    expectState(conference, ['open', 'in-session', 'closed'])
    expectDelegates(point, call)
    const event = eventOf(actor, conference, point, sourceOf(actor, touched), call)
    const act = rollActOf(event)
    const next = { ...folded(roll, act), version: roll.version + 1 }
    await write(
      actor,
      `${event.id} ${act.standing}`,
      putNext(rollItem(next)),
      setColumns(point, rollColumns(next, act)),
      putEvent(event),
    )
    return { event: event.id, standing: act.standing, counts: countsOf(next), version: next.version }
  })

/** What a repeated request is answered, with the counts as they stand now. @param ref as given to `write` */
export const rollTakenAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  ref: string,
): Promise<RollTaken> => {
  const [event = '', standing] = ref.split(' ')
  const { roll } = await allowedAtRoll(actor, conferenceId, pointId)
  return { event, standing: Standing.parse(standing), counts: countsOf(roll), version: roll.version }
}
