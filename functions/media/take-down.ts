// The room is over: its meetings end, and with them all that opened them.
import { deleteMeeting } from './chime.ts'
import { heldIn } from './entity.ts'
import { forgetHeld } from './keep-held.ts'
import { closed } from './room.rules.ts'
import type { Site } from './site.ts'

/** Replicas first, then what they replicate. */
export const takeDown = async (site: Site): Promise<void> => {
  const { conferenceId, meetings, state } = site.room
  if (state === 'closed') return
  for (const { chime } of meetings.toReversed()) if (chime) await deleteMeeting(chime.MeetingId)
  for (const holding of ['TURN', 'SEAT'] as const)
    await forgetHeld(conferenceId, holding, await heldIn(conferenceId, holding))
  site.room = closed(site.room)
  await site.save()
}
