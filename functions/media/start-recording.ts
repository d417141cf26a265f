// Start and stop recording a conference: what is wanted is written; the media worker makes it so.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { recordingStarted, recordingStopped } from './recording.events.ts'
import { expectOn, newRecording, recorderStarted, recorderStopped } from './recording.rules.ts'
import { loadRecorder, loadRecording, recorderItem, recordingItem } from './recording-entity.ts'

const atRecorder = async (actor: Actor, id: string) => {
  const [conference, recorder] = await Promise.all([loadConference(id), loadRecorder(id)])
  allow(actor, 'recording:run', { conference: id, host: conference.hostUnitId })
  return { conference, recorder }
}

/** @throws Problem `not-found`, `not-allowed`, `conference-state`, `recording-running` */
export const startRecording = async (actor: Actor, id: string): Promise<void> => {
  const { conference, recorder } = await atRecorder(actor, id)
  expectOn(conference)
  const by = { sub: actor.sub, personId: actor.personId, name: actor.name }
  const recording = newRecording(id, { id: `rcd_${newUlid()}`, by, at: now().toISOString() })
  await write(
    actor,
    recording.id,
    putNext(recorderItem(recorderStarted(recorder, recording.id, by))),
    putNew(recordingItem(recording)),
    emit(actor, recordingStarted(recording)),
  )
}

/** @throws Problem `not-found`, `not-allowed`, `recording-not-running` */
export const stopRecording = async (actor: Actor, id: string): Promise<void> => {
  const { recorder } = await atRecorder(actor, id)
  const next = recorderStopped(recorder)
  if (!recorder.current) throw new Problem('recording-not-running')
  const recording = await loadRecording(id, recorder.current)
  await write(actor, recording.id, putNext(recorderItem(next)), emit(actor, recordingStopped(recording)))
}
