// Take the roll of a point: many marks at once. Rehearsal and late calls are kept and marked so; none is refused.
import { expectNotWithdrawn } from '#functions/bridge-points/points.rules.ts'
import { expectState } from '#functions/conferences/rules.ts'
import { allow } from '#functions/grants/allow.ts'
import { may, type Touched } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { putNew } from '#functions/shared/table.ts'
import { effectiveAt } from '#functions/shared/time.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { endedGrant, heldStatement } from './disagreements.rules.ts'
import { loadForRollCall, putRoll, raisedItem } from './entity.ts'
import { claimOf, rollActOf, rollCallTaken } from './events.ts'
import { countsOf, folded, newRoll } from './fold.rules.ts'
import { Standing } from './roll.schema.ts'
import {
  expectDelegates,
  grantsEndedSince,
  keptMarks,
  missingIn,
  speakingAs,
  standingOf,
  substitutesIn,
} from './rules.ts'
import type { RollCall, RollTaken } from './schema.ts'

const loadParts = async (conferenceId: string, pointId: string, call: RollCall) => {
  const beside = { checkInsOf: missingIn(call), delegates: substitutesIn(call) }
  const parts = await loadForRollCall(conferenceId, pointId, beside)
  const { conference, point } = parts
  const touched: Touched = { conference: conferenceId, host: conference.hostUnitId, unit: point.unitId }
  return { ...parts, touched }
}
type Parts = Awaited<ReturnType<typeof loadParts>>

/** The grants the call is made under, and when they ended, where they have. @throws Problem `not-allowed` */
const groundsOf = (actor: Actor, { conference, touched }: Parts, { claimedAt }: RollCall) => {
  const at = now().toISOString()
  if (may(actor.grants, 'roll-call:mark', touched, at)) return { grants: actor.grants, at }
  const { offsetMs } = actor
  const done = effectiveAt({ claimedAt, offsetMs, openedAt: conference.openedAt, receivedAt: at })
  const ended = grantsEndedSince(actor.grants, done, at).filter((grant) =>
    may([grant], 'roll-call:mark', touched, done),
  )
  const inSession = standingOf(conference, { at: done, recordedAt: at }) !== 'rehearsal'
  if (ended.length === 0 || !inSession) allow(actor, 'roll-call:mark', touched)
  return {
    grants: ended,
    at: done,
    grantEnded: ended
      .map(({ validTo = at }) => validTo)
      .sort()
      .at(-1),
  }
}

const eventOf = (actor: Actor, parts: Parts, call: RollCall): RecordedEvent => {
  const { conference, point, delegates, touched } = parts
  const { grants, at, grantEnded } = groundsOf(actor, parts, call)
  const displays = new Map(delegates.map(({ id, display }) => [id, display]))
  const told = { marks: keptMarks(call, displays), heads: call.headCount }
  const manner = { device: call.device, seen: call.seen, grantEnded }
  const taken = rollCallTaken(point, speakingAs(grants, touched, at), told, manner)
  const event = recorded(actor, taken, { claimedAt: call.claimedAt, openedAt: conference.openedAt })
  const standing = standingOf(conference, { at: event.effectiveAt, recordedAt: event.recordedAt })
  return { ...event, data: { ...event.data, standing } }
}

/** Whoever may no longer take the roll is told nothing of it, now or when the request is repeated. */
const heldAnswer = (event: string, standing: Standing): RollTaken => ({
  event,
  standing,
  held: true,
  counts: countsOf(newRoll('', '')),
  version: 0,
})

/** A call of an ended grant: kept beside the roll, for somebody to judge. */
const hold = async (actor: Actor, { conference, point }: Parts, event: RecordedEvent): Promise<RollTaken> => {
  const disagreement = endedGrant(point.id, heldStatement(event))
  const { standing } = rollActOf(event)
  await write(
    actor,
    `${event.id} ${standing} held`,
    putNew(raisedItem({ conferenceId: conference.id, disagreement, version: 1 })),
    putEvent(event),
  )
  return heldAnswer(event.id, standing)
}

/** The roll with the call in it, and with the check-ins that say otherwise than the call. */
const rollAfter = ({ roll, checkIns }: Parts, event: RecordedEvent) => {
  const claims = checkIns.filter(({ state }) => state === 'claimed').map(claimOf)
  const { grantEnded: _, ...act } = rollActOf(event)
  return { ...[...claims, act].reduce(folded, roll), version: roll.version + 1 }
}

/**
 * Writes four items: the roll, the point's row, one event with all marks, and the idempotency key.
 * @throws Problem `delegate-unknown` naming the lines, `point-withdrawn`, `roll-full`
 */
export const takeRoll = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  call: RollCall,
): Promise<RollTaken> =>
  persisting(async () => {
    const parts = await loadParts(conferenceId, pointId, call)
    const event = eventOf(actor, parts, call)
    expectState(parts.conference, ['open', 'in-session', 'closed'])
    expectNotWithdrawn(parts.point)
    expectDelegates(parts.point, call)
    const { standing, grantEnded } = rollActOf(event)
    if (grantEnded) return hold(actor, parts, event)
    const next = rollAfter(parts, event)
    await write(actor, `${event.id} ${standing}`, ...putRoll(next, parts.point), putEvent(event))
    const counts = countsOf(next, new Set(parts.point.delegateIds))
    return { event: event.id, standing, counts, version: next.version }
  })

const nothing: RollCall = { marks: [] }

/** What a repeated request is answered, with the counts as they stand now. @param ref as given to `write` */
export const rollTakenAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  ref: string,
): Promise<RollTaken> => {
  const [event = '', standing, held] = ref.split(' ')
  if (held) return heldAnswer(event, Standing.parse(standing))
  const { point, roll, touched } = await loadParts(conferenceId, pointId, nothing)
  allow(actor, 'roll-call:mark', touched)
  const counts = countsOf(roll, new Set(point.delegateIds))
  return { event, standing: Standing.parse(standing), counts, version: roll.version }
}
