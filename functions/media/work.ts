// One bounded step of the one worker: reads what is so, compares, and makes the media service agree.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { log } from '#functions/shared/log.ts'
import { applyFloor } from './apply-floor.ts'
import { Busy, Gone } from './ask-chime.ts'
import { findMeeting, listAttendees } from './chime.ts'
import { heldIn } from './entity.ts'
import { isOpen } from './entry.rules.ts'
import { forgetHeld } from './keep-held.ts'
import { giveUp, lookAt } from './look-at.ts'
import type { RoomOrder } from './order.schema.ts'
import { quotaReached } from './quota.data.ts'
import { renew } from './renew.ts'
import { idAt } from './room.rules.ts'
import { openSite, type Site } from './site.ts'
import { standUp } from './stand-up.ts'
import { sweep } from './sweep.ts'
import { takeDown } from './take-down.ts'

/** @returns whether nothing is left to do */
const agree = async (
  site: Site,
  conference: Conference,
  { floorOnly, stale, renewed, goOn }: RoomOrder,
): Promise<boolean> => {
  if (stale !== undefined) await lookAt(site, stale)
  if (!(await sweep(site))) return false
  if (renewed) await renew(site, renewed)
  await applyFloor(site, conference)
  const { state } = site.room
  if (floorOnly && (state === 'ready' || state === 'refused')) return true
  const done = await standUp(site, conference, goOn === true)
  await applyFloor(site, conference)
  return done
}

/** Seats of the primary whose attendees somebody else deleted are to be made anew. */
const forgetLost = async (site: Site, primary: string): Promise<void> => {
  const { conferenceId } = site.room
  const there = new Set(await listAttendees(primary))
  for (const holding of ['SEAT', 'TURN'] as const) {
    const held = await heldIn(conferenceId, holding)
    const lost = held.filter(({ meetingId, attendeeId }) => meetingId === primary && !there.has(attendeeId))
    await forgetHeld(conferenceId, holding, lost)
  }
  site.room = { ...site.room, state: 'preparing' }
}

/** Something is not there any more: a meeting, which is then made anew, or an attendee. */
const afterLoss = async (site: Site): Promise<void> => {
  for (const { index, chime } of site.room.meetings) {
    if (!chime || idAt(site.room, index) !== chime.MeetingId) continue
    if ((await findMeeting(chime.MeetingId)) === undefined) await giveUp(site, index)
    else if (index === 0) await forgetLost(site, chime.MeetingId)
  }
}

/** @throws Stale when another worker was at it; whatever the service could not answer */
export const workOn = async (order: RoomOrder): Promise<'done' | 'more'> => {
  const [conference, site] = await Promise.all([
    loadConference(order.conferenceId),
    openSite(order.conferenceId),
  ])
  if (!isOpen(conference)) {
    await takeDown(site)
    return 'done'
  }
  try {
    const done = await agree(site, conference, order)
    await site.save()
    const { state, quota } = site.room
    if (state === 'refused') log.warn(quotaReached, { conferenceId: conference.id, quota })
    return done ? 'done' : 'more'
  } catch (error) {
    if (!(error instanceof Gone || error instanceof Busy)) throw error
    if (error instanceof Gone) await afterLoss(site)
    await site.save()
    return 'more'
  }
}
