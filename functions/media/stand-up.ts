// Makes the meetings of a room and gives every seat its attendee, step by step, until all who fit have one.
import { loadPlaces } from '#functions/bridge-points/entity.ts'
import { byBoardOrder } from '#functions/bridge-points/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { QuotaReached } from './ask-chime.ts'
import { capabilitiesOf, wishedBy } from './capabilities.rules.ts'
import { batchMost, createMeeting, deleteAttendee } from './chime.ts'
import { heldIn, type Placed } from './entity.ts'
import { forgetHeld } from './keep-held.ts'
import { limits } from './limits.ts'
import { makeSeats, noteMade, noteMaking, type Wish } from './make-seats.ts'
import { type Placement, placed, type Wanted, wantedOf } from './placement.rules.ts'
import { idAt, meetingAt, tokenOf, withMeeting } from './room.rules.ts'
import type { MediaQuota } from './schema.ts'
import type { Site } from './site.ts'

const standUpOne = async (site: Site, index: number): Promise<void> => {
  if (idAt(site.room, index) !== undefined) return
  const { conferenceId } = site.room
  const meeting = meetingAt(site.room, index) ?? { index, generation: 1 }
  const token = tokenOf(site.room, meeting)
  // Replicas end with their primary; of the primary nobody else would know.
  if (index === 0) {
    site.room = withMeeting(site.room, { ...meeting, asked: true })
    await site.save()
  }
  const chime = await createMeeting({ conferenceId, index, token, primary: idAt(site.room, 0) })
  const { asked: _, ...known } = meeting
  site.room = withMeeting(site.room, { ...known, chime })
}

/** @returns the quota that stands in the way of a replica; without the primary there is no room at all */
const standUpAll = async (site: Site, most: number): Promise<MediaQuota | undefined> => {
  for (let index = 0; index <= most; index++)
    try {
      await standUpOne(site, index)
    } catch (error) {
      if (!(error instanceof QuotaReached)) throw error
      return error.quota
    }
  return undefined
}

/** Points that were taken out since. @returns those that stay */
const takeAway = async (site: Site, held: Placed[], seats: Placement['seats']): Promise<Placed[]> => {
  const standing = held.filter(({ index, meetingId }) => idAt(site.room, index) === meetingId)
  for (const gone of standing.filter(({ seat }) => !seats.has(seat))) {
    await deleteAttendee(gone.meetingId, gone.attendeeId)
    await forgetHeld(site.room.conferenceId, 'SEAT', [gone])
  }
  return standing.filter(({ seat }) => seats.has(seat))
}

type Batch = { index: number; meetingId: string; wishes: Wish[] }

const batchesOf = (site: Site, seats: Placement['seats'], standing: readonly Placed[]): Batch[] => {
  const has = new Set(standing.map(({ seat }) => seat))
  const { room } = site
  const applied = room.applied ?? { phase: 'rehearsal' }
  const missing = [...seats].filter(([seat]) => !has.has(seat))
  return room.meetings.flatMap(({ index, chime }) => {
    const wishes = missing
      .filter(([, at]) => at === index)
      .map(([seat]) => ({ seat, capabilities: capabilitiesOf({ seat, index }, applied, room.centre) }))
    if (!chime) return []
    const starts = Array.from({ length: Math.ceil(wishes.length / batchMost) }, (_, at) => at * batchMost)
    return starts.map((start) => ({
      index,
      meetingId: chime.MeetingId,
      wishes: wishes.slice(start, start + batchMost),
    }))
  })
}

/** While one batch is kept the next is made. */
const atOnce = 4

/** Whichever fails, nothing is still under way when it is told. */
const allOf = async (works: readonly Promise<void>[]): Promise<void> => {
  const outcomes = await Promise.allSettled(works)
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

type Filled = { done: boolean; quota?: MediaQuota }

const fill = async (site: Site, batches: readonly Batch[]): Promise<Filled> => {
  if (batches.length === 0) return { done: true }
  await noteMaking(site, [...new Set(batches.map(({ index }) => index))])
  let refused = 0
  const left = batches.values()
  const work = async () => {
    for (const { wishes, ...where } of left) {
      refused += await makeSeats(site.room.conferenceId, 'SEAT', where, wishes)
      if (site.isLate()) return
    }
  }
  await allOf(Array.from({ length: atOnce }, work))
  noteMade(site)
  const done = left.next().done === true
  return { done, ...(refused > 0 ? { quota: 'attendees-per-meeting' } : {}) }
}

type People = { conferenceId: string; wanted: Wanted[]; centre: string[] }
/** Of the conference this process was last at. */
let known: People | undefined

const people = async (conferenceId: string, goOn: boolean): Promise<People> => {
  if (goOn && known?.conferenceId === conferenceId) return known
  const places = (await loadPlaces(conferenceId)).sort(byBoardOrder)
  const centre = places.filter(({ kind }) => kind === 'central').map(({ pointId }) => pointId)
  known = { conferenceId, wanted: wantedOf(places), centre }
  return known
}

const plan = async (site: Site, conference: Conference, goOn: boolean) => {
  const { conferenceId } = site.room
  const [{ wanted, centre }, held] = await Promise.all([
    people(conferenceId, goOn),
    heldIn(conferenceId, 'SEAT'),
  ])
  const standing = held.filter(({ index, meetingId }) => idAt(site.room, index) === meetingId)
  const placement = placed(wanted, new Map(standing.map(({ seat, index }) => [seat, index])), limits())
  const phase = wishedBy(conference, {}).phase
  site.room = { ...site.room, centre, applied: site.room.applied ?? { phase } }
  return { held, placement }
}

/** After a sweep only. @returns whether all who fit have their seat @throws Gone */
export const standUp = async (site: Site, conference: Conference, goOn: boolean): Promise<boolean> => {
  if (site.room.state === 'closed') site.room = { ...site.room, state: 'preparing' }
  const { held, placement } = await plan(site, conference, goOn)
  const inWay = await standUpAll(site, Math.max(0, ...placement.seats.values()))
  const standing = await takeAway(site, held, placement.seats)
  const { done, quota: full } = await fill(site, batchesOf(site, placement.seats, standing))
  const short: MediaQuota | undefined = placement.left.length > 0 ? 'replicas-per-meeting' : undefined
  const quota = inWay ?? full ?? short
  const { quota: _, ...room } = site.room
  const state = !done ? 'preparing' : quota ? 'refused' : 'ready'
  site.room = { ...room, state, ...(quota ? { quota } : {}) }
  return done
}
