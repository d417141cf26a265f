// Confirm check-ins, which marks the delegates on the word of whoever confirms; or reject them with a reason.
import { expectNotWithdrawn } from '#functions/bridge-points/points.rules.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type Announcement, putEvent, type RecordedEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { codeNow } from './check-in-code.ts'
import { decided, expectClaimed, marksOf } from './check-ins.rules.ts'
import type { CheckIn, CheckInsDecided, Confirming, Rejecting } from './check-ins.schema.ts'
import { checkInItem, loadCheckIns, loadForRollCall, putRoll } from './entity.ts'
import { checkInsConfirmed, checkInsRejected, confirmationActsOf, rejectionActOf } from './events.ts'
import { countsOf, folded } from './fold.rules.ts'
import type { RollAct } from './roll.schema.ts'
import { speakingAs, standingOf } from './rules.ts'

const atCheckIns = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  checkInsOf: readonly string[] = [],
) => {
  const parts = await loadForRollCall(conferenceId, pointId, { checkInsOf })
  const { conference, point } = parts
  const touched = { conference: conferenceId, host: conference.hostUnitId, unit: point.unitId }
  allow(actor, 'check-in:decide' satisfies Act, touched)
  return { ...parts, touched, source: speakingAs(actor.grants, touched, now().toISOString()) }
}
type Parts = Awaited<ReturnType<typeof atCheckIns>>

type Decision = {
  announce: (parts: Parts) => Announcement
  actsOf: (event: RecordedEvent) => RollAct[]
  state: 'confirmed' | 'rejected'
  reason?: string
}

const decide = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  delegateIds: readonly string[],
  { announce, actsOf, state, reason }: Decision,
): Promise<CheckInsDecided> =>
  persisting(async () => {
    const parts = await atCheckIns(actor, conferenceId, pointId, delegateIds)
    expectNotWithdrawn(parts.point)
    const claims = expectClaimed(delegateIds, parts.checkIns)
    const made = recorded(actor, announce(parts))
    const standing = standingOf(parts.conference, { at: made.effectiveAt, recordedAt: made.recordedAt })
    const event = { ...made, data: { ...made.data, standing } }
    const next = { ...actsOf(event).reduce(folded, parts.roll), version: parts.roll.version + 1 }
    const told = { at: event.effectiveAt, by: actor.name, ...(reason ? { reason } : {}) }
    const items = claims.map((claim): CheckIn => decided(claim, state, told))
    const puts = items.map((claim) => putNext(checkInItem(claim)))
    await write(actor, event.id, ...putRoll(next, parts.point), putEvent(event), ...puts)
    return {
      event: event.id,
      counts: countsOf(next, new Set(parts.point.delegateIds)),
      version: next.version,
    }
  })

/** @throws Problem `check-in-absent` naming the lines */
export const confirmCheckIns = (actor: Actor, conferenceId: string, pointId: string, input: Confirming) =>
  decide(actor, conferenceId, pointId, input.delegateIds, {
    announce: ({ point, source }) => checkInsConfirmed(point, source, marksOf(input)),
    actsOf: confirmationActsOf,
    state: 'confirmed',
  })

/** @throws Problem `check-in-absent` naming the lines */
export const rejectCheckIns = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { delegateIds, reason }: Rejecting,
) =>
  decide(actor, conferenceId, pointId, delegateIds, {
    announce: ({ point }) => checkInsRejected(point, delegateIds, reason),
    actsOf: (event) => [rejectionActOf(event)],
    state: 'rejected',
    reason,
  })

/** What a repeated request is answered, with the counts as they stand now. @param event as given to `write` */
export const decidedAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  event: string,
): Promise<CheckInsDecided> => {
  const { roll, point } = await atCheckIns(actor, conferenceId, pointId)
  return { event, counts: countsOf(roll, new Set(point.delegateIds)), version: roll.version }
}

/** Every check-in of the point, the oldest first. */
export const readCheckIns = async (actor: Actor, conferenceId: string, pointId: string) => {
  const { conference } = await atCheckIns(actor, conferenceId, pointId)
  const items = (await loadCheckIns(conference, pointId)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return { items, claimed: items.filter(({ state }) => state === 'claimed').length }
}

/** The code to be shown at the point now. */
export const readCheckInCode = async (actor: Actor, conferenceId: string, pointId: string) => {
  const { point } = await atCheckIns(actor, conferenceId, pointId)
  expectNotWithdrawn(point)
  return codeNow(conferenceId, pointId)
}
