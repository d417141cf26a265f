// The room is over: its meetings end, and with them all that opened them.
import { QuotaReached } from './ask-chime.ts'
import { createMeeting, deleteMeeting } from './chime.ts'
import { heldIn } from './entity.ts'
import { forgetHeld } from './keep-held.ts'
import { closed, meetingAt, tokenOf } from './room.rules.ts'
import type { Site } from './site.ts'

/** A primary that was asked for by a worker that died: the same token answers it again. Where it was not made there is room for none. */
const found = async ({ room }: Site): Promise<string | undefined> => {
  const meeting = meetingAt(room, 0)
  if (!meeting?.asked || meeting.chime) return undefined
  const { conferenceId } = room
  try {
    return (await createMeeting({ conferenceId, index: 0, token: tokenOf(room, meeting) })).MeetingId
  } catch (error) {
    if (error instanceof QuotaReached) return undefined
    throw error
  }
}

/** Replicas first, then what they replicate. */
export const takeDown = async (site: Site): Promise<void> => {
  const { conferenceId, meetings, state } = site.room
  if (state === 'closed') return
  const unsaved = await found(site)
  if (unsaved) await deleteMeeting(unsaved)
  for (const { chime } of meetings.toReversed()) if (chime) await deleteMeeting(chime.MeetingId)
  for (const holding of ['TURN', 'SEAT'] as const)
    await forgetHeld(conferenceId, holding, await heldIn(conferenceId, holding))
  site.room = closed(site.room)
  await site.save()
}
