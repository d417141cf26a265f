// Makes the media service agree with the floor: whoever has it is heard, nobody else but the chair and the centre.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadFloor } from '#functions/floor/entity.ts'
import { QuotaReached } from './ask-chime.ts'
import { type Change, capabilitiesOf, changesTo, wishedBy } from './capabilities.rules.ts'
import { allow, allowAllBut, deleteAttendee } from './chime.ts'
import { findHeld } from './entity.ts'
import { forgetHeld } from './keep-held.ts'
import { makeSeats, noteMade, noteMaking } from './make-seats.ts'
import { idAt } from './room.rules.ts'
import type { Site } from './site.ts'
import type { Applied, SeatHeld } from './stored.schema.ts'

type Task = { site: Site; primary: string; to: Applied }

/** What the seat holds in the primary as it stands now. */
const inPrimary = async ({ site, primary }: Task, seat: string): Promise<SeatHeld | undefined> => {
  const held = await findHeld(site.room.conferenceId, 'SEAT', seat)
  return held?.meetingId === primary ? held : undefined
}

const promote = async ({ site, primary, to }: Task, seat: string): Promise<void> => {
  const { conferenceId, centre } = site.room
  const kept = await findHeld(conferenceId, 'TURN', seat)
  if (kept?.meetingId === primary) return
  const wish = { seat, capabilities: capabilitiesOf({ seat, index: 0 }, to, centre) }
  const refused = await makeSeats(conferenceId, 'TURN', { meetingId: primary, index: 0 }, [wish])
  if (refused > 0) throw new QuotaReached('attendees-per-meeting', `No seat is left for the turn of ${seat}.`)
}

const demote = async ({ site, primary }: Task, seat: string): Promise<void> => {
  const { conferenceId } = site.room
  const held = await findHeld(conferenceId, 'TURN', seat)
  if (!held) return
  if (held.meetingId === primary) await deleteAttendee(primary, held.attendee.AttendeeId)
  await forgetHeld(conferenceId, 'TURN', [held])
}

const tell = async (task: Task, change: Change): Promise<void> => {
  const { primary } = task
  if (change.what === 'promote') return promote(task, change.seat)
  if (change.what === 'demote') return demote(task, change.seat)
  if (change.what === 'one') {
    const held = await inPrimary(task, change.seat)
    if (held) await allow(primary, held.attendee.AttendeeId, change.capabilities)
    return
  }
  const except = await Promise.all(change.except.map((seat) => inPrimary(task, seat)))
  const ids = except.flatMap((held) => held?.attendee.AttendeeId ?? [])
  await allowAllBut(primary, ids, change.capabilities)
}

const sits = async ({ room }: Site, seat: string): Promise<boolean> => {
  const held = await findHeld(room.conferenceId, 'SEAT', seat)
  return held !== undefined && idAt(room, held.index) === held.meetingId
}

/** The seats a change of the floor is about that sit in the primary themselves. */
const primaries = async (task: Task, seats: readonly (string | undefined)[]): Promise<Set<string>> => {
  const asked = seats.filter((seat) => seat !== undefined)
  const found = await Promise.all(asked.map((seat) => inPrimary(task, seat)))
  return new Set(found.flatMap((held) => held?.seat ?? []))
}

/** Saved before the first word: whoever dies in it may have given a voice that nobody would take back. */
const note = async (site: Site, to: Applied, changes: readonly Change[]): Promise<void> => {
  const { telling = [] } = site.room
  const isNoted = telling.some(({ phase, speaker }) => phase === to.phase && speaker === to.speaker)
  if (!isNoted) site.room = { ...site.room, telling: [...telling, to] }
  if (changes.some(({ what }) => what === 'promote')) await noteMaking(site, [0])
  else await site.save()
}

/** @returns whether the service agrees: for the turn of a seat that watches it may have no room */
const tellAll = async (task: Task, changes: readonly Change[]): Promise<boolean> => {
  const { site, to } = task
  if (changes.length > 0) await note(site, to, changes)
  try {
    for (const change of changes) await tell(task, change)
    return true
  } catch (error) {
    if (!(error instanceof QuotaReached)) throw error
    site.room = { ...site.room, state: 'refused', quota: error.quota }
    return false
  }
}

/**
 * Before the seats are made there is nobody to be told of. Who speaks is written down with the floor's version when the
 * service has agreed: whoever dies between tells it again.
 * @throws Gone
 */
export const applyFloor = async (site: Site, conference: Conference): Promise<void> => {
  const primary = idAt(site.room, 0)
  const { applied: from, telling = [], conferenceId, centre, state } = site.room
  if (primary === undefined || !from) return
  const floor = await loadFloor(conferenceId)
  const to = wishedBy(conference, floor)
  const task = { site, primary, to }
  const speakers = [from, to, ...telling].map(({ speaker }) => speaker)
  const ours = await primaries(task, ['chair', ...centre, ...speakers])
  // A seat that is yet to be made has to be waited for: where it will be is not known.
  const isMade =
    !to.speaker || ours.has(to.speaker) || state !== 'preparing' || (await sits(site, to.speaker))
  if (!ours.has('chair') || !isMade) return
  const isPrimary = (seat: string) => ours.has(seat)
  const agrees = await tellAll(task, changesTo({ from, telling, to, centre, isPrimary }))
  noteMade(site)
  if (!agrees) return
  const { telling: _, ...room } = site.room
  site.room = { ...room, applied: to, appliedFloorVersion: floor.version }
}
