// What the worker does for a conference after its room is as it should be, each step bounded and idempotent.

import { applyRecording } from './apply-recording.ts'
import { findRoom } from './entity.ts'
import { idAt } from './room.rules.ts'

/** @returns `more` where it wants to be asked again */
export type Step = (conferenceId: string) => Promise<'done' | 'more'>

/** Recordings and the stream are of the meeting everybody is seen in. */
const recordingStep: Step = async (conferenceId) => {
  const room = await findRoom(conferenceId)
  return applyRecording(conferenceId, room && idAt(room, 0))
}

export const laterSteps: readonly Step[] = [recordingStep]
