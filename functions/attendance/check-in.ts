// A delegate says to be there, with the code shown at the point. It marks nobody: whoever takes the roll confirms it.
import { loadDelegates, loadPoint } from '#functions/bridge-points/entity.ts'
import { expectNotWithdrawn } from '#functions/bridge-points/points.rules.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { expectState } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext, remove } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { isCodeOf } from './check-in-code.ts'
import { countTry, triesKey } from './check-in-tries.ts'
import { contradicts, ownAmong } from './check-ins.rules.ts'
import type { CheckIn, CheckInInput } from './check-ins.schema.ts'
import { checkInItem, loadForRollCall, putRoll } from './entity.ts'
import { checkInClaimed, claimOf } from './events.ts'
import { folded } from './fold.rules.ts'
import { standingOf } from './rules.ts'

const ownDelegate = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  delegateId: string | undefined,
) => {
  const [delegates] = await Promise.all([
    loadDelegates(conferenceId, pointId),
    loadPoint(conferenceId, pointId),
  ])
  return ownAmong(actor, delegates, delegateId)
}

const expectTaken = (conference: Conference, point: Parameters<typeof expectNotWithdrawn>[0]): void => {
  expectState(conference, ['open', 'in-session', 'closed'])
  expectNotWithdrawn(point)
}

/** What a code costs nothing for: a room that is not open yet. @throws Problem `conference-state`, `point-withdrawn` */
const expectTime = async (conferenceId: string, pointId: string): Promise<void> =>
  expectTaken(...(await Promise.all([loadConference(conferenceId), loadPoint(conferenceId, pointId)])))

/** @throws Problem `check-in-tries`, `check-in-code-wrong` */
const expectCode = async (actor: Actor, place: Place, code: string): Promise<void> => {
  await countTry(actor, place)
  if (!(await isCodeOf(place.conferenceId, place.pointId, code))) throw new Problem('check-in-code-wrong')
}

type Place = Parameters<typeof triesKey>[0]

/**
 * Writes the delegate's own item; the point's roll only where that says otherwise, so that a full room may check in at once.
 * @throws Problem `not-allowed` for anybody but the delegate; `check-in-code-wrong`, and `check-in-tries` after too many of
 * those; `conference-state`, `point-withdrawn`
 */
export const checkIn = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { code, delegateId, claimedAt }: CheckInInput,
): Promise<CheckIn> => {
  const { id, display } = await ownDelegate(actor, conferenceId, pointId, delegateId)
  const place = { conferenceId, pointId, delegateId: id }
  await expectTime(conferenceId, pointId)
  await expectCode(actor, place, code)
  return persisting(async () => {
    const parts = await loadForRollCall(conferenceId, pointId, { checkInsOf: [id] })
    const { conference, point, roll, checkIns } = parts
    expectTaken(conference, point)
    const event = recorded(actor, checkInClaimed(point, id), { claimedAt, openedAt: conference.openedAt })
    const { effectiveAt: at, recordedAt } = event
    const standing = standingOf(conference, { at, recordedAt })
    const version = (checkIns[0]?.version ?? 0) + 1
    const claim: CheckIn = { ...place, display, state: 'claimed', at, standing, event: event.id, version }
    const next = { ...folded(roll, claimOf(claim)), version: roll.version + 1 }
    const beside = standing !== 'rehearsal' && contradicts(roll, id) ? putRoll(next, point) : []
    const told = { ...event, data: { ...event.data, standing } }
    await write(actor, id, putNext(checkInItem(claim)), remove(triesKey(place)), putEvent(told), ...beside)
    return claim
  })
}

/** What a repeated request is answered, to the delegate still: the claim as it stands now. @param delegateId as given to `write` */
export const checkInAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  delegateId: string,
): Promise<CheckIn> => {
  await ownDelegate(actor, conferenceId, pointId, delegateId)
  const { checkIns } = await loadForRollCall(conferenceId, pointId, { checkInsOf: [delegateId] })
  const [claim] = checkIns
  if (!claim) throw new Problem('not-found')
  return claim
}
