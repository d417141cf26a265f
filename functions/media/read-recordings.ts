// Read the recordings of a conference with the places they open at.
import { loadConference } from '#functions/conferences/entity.ts'
import { loadRequests } from '#functions/floor/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { marksOf } from './marks.rules.ts'
import { isTroubled } from './recording.rules.ts'
import type { Mark, Recording, Recordings, StoredRecording } from './recording.schema.ts'
import { loadRecorder, loadRecordings } from './recording-entity.ts'

const shown = (recording: StoredRecording, marks: Mark[]): Recording => ({
  id: recording.id,
  state: recording.state,
  askedAt: recording.askedAt,
  by: recording.by.name,
  continued: recording.continued,
  startedAt: recording.startedAt,
  endedAt: recording.endedAt,
  failure: recording.failure,
  ...(isTroubled(recording) ? { troubled: true } : {}),
  bytes: recording.file?.bytes,
  marks,
})

/** @throws Problem `not-found`, `not-allowed` */
export const readRecordings = async (actor: Actor, id: string): Promise<Recordings> => {
  const conference = await loadConference(id)
  allow(actor, 'recording:read', { conference: id, host: conference.hostUnitId })
  const [recorder, recordings, requests] = await Promise.all([
    loadRecorder(id),
    loadRecordings(id),
    loadRequests(id),
  ])
  return {
    wanted: recorder.wanted,
    now: now().toISOString(),
    items: recordings
      .toReversed()
      .map((recording) => shown(recording, marksOf(recording, conference.agenda, requests))),
  }
}
