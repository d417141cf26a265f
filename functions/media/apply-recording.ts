// Makes recordings as they are wanted: one capture of the room while it is on, joined to one file when it has ended.
import { loadConference } from '#functions/conferences/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { applyStream } from './apply-stream.ts'
import { findRecorded } from './find-recorded.ts'
import { orderRoom } from './order.ts'
import {
  createCapture,
  createJoining,
  deletePipeline,
  isMeetingOver,
  MeetingOver,
  PipelineRefused,
} from './pipelines.ts'
import { recordingFailed, recordingReady, recordingStarted } from './recording.events.ts'
import {
  captured,
  failed,
  filed,
  isOn,
  isOver,
  joiningBegun,
  newRecording,
  recorderRested,
} from './recording.rules.ts'
import type { MediaFailure, StoredRecording } from './recording.schema.ts'
import {
  loadRecorder,
  loadRecording,
  loadRecordings,
  putOwner,
  recorderItem,
  recordingItem,
} from './recording-entity.ts'

const actorOf = (conferenceId: string) => systemActor('media', conferenceId)

const at = () => now().toISOString()

/** Nobody is recorded any more, if anybody was to be. */
const restRecorder = (conferenceId: string): Promise<void> =>
  persisting(async () => {
    const recorder = await loadRecorder(conferenceId)
    const next = recorderRested(recorder)
    if (next !== recorder) await write(actorOf(conferenceId), conferenceId, putNext(recorderItem(next)))
  })

const fail = async (recording: StoredRecording, failure: MediaFailure): Promise<void> => {
  const next = failed(recording, failure)
  const actor = actorOf(recording.conferenceId)
  await write(actor, recording.id, putNext(recordingItem(next)), emit(actor, recordingFailed(next)))
}

const unlessRefused = async (recording: StoredRecording, act: () => Promise<void>): Promise<void> => {
  try {
    await act()
  } catch (error) {
    if (error instanceof MeetingOver) return orderRoom(recording.conferenceId, { stale: error.message })
    if (!(error instanceof PipelineRefused)) throw error
    await fail(recording, error.failure)
    await restRecorder(recording.conferenceId)
  }
}

const begin = (recording: StoredRecording, meetingId: string) =>
  unlessRefused(recording, async () => {
    const { conferenceId, id } = recording
    const capture = await createCapture(recording, meetingId)
    const owner = putOwner(capture.id, { conferenceId, role: 'capture', recordingId: id })
    await write(actorOf(conferenceId), id, putNext(recordingItem(captured(recording, capture, at()))), owner)
  })

const join = (recording: StoredRecording, capture: NonNullable<StoredRecording['capture']>) =>
  unlessRefused(recording, async () => {
    const { conferenceId, id } = recording
    if (!recording.endedAt) await deletePipeline(capture)
    const joining = await createJoining(recording, capture)
    const owner = putOwner(joining.id, { conferenceId, role: 'joining', recordingId: id })
    await write(
      actorOf(conferenceId),
      id,
      putNext(recordingItem(joiningBegun(recording, joining, at()))),
      owner,
    )
  })

/** The service tells when the file is there; should that be lost on the way, it is found by whoever looks next. */
const file = async (recording: StoredRecording): Promise<void> => {
  const found = await findRecorded(recording)
  if (!found) return
  const next = filed(recording, found)
  const actor = actorOf(recording.conferenceId)
  await write(actor, recording.id, putNext(recordingItem(next)), emit(actor, recordingReady(next)))
}

type Wish = { wanted: boolean; primary: string | undefined }

/** One step of one recording. */
const advance = async (recording: StoredRecording, { wanted, primary }: Wish): Promise<void> => {
  const { capture, joining, endedAt } = recording
  if (isOver(recording)) return
  if (joining) return file(recording)
  if (!capture && !wanted) return fail(recording, 'not-begun')
  if (!capture) return primary ? begin(recording, primary) : undefined
  const elsewhere = primary !== undefined && primary !== capture.meetingId
  if (!wanted || elsewhere || endedAt) await join(recording, capture)
}

/** The room was made anew while it was recorded: another recording goes on in it. Where it stands, nothing begins by itself. */
const goOn = (conferenceId: string, primary: string): Promise<void> =>
  persisting(async () => {
    const recorder = await loadRecorder(conferenceId)
    if (!recorder.wanted || !recorder.current || !recorder.by) return
    const last = await loadRecording(conferenceId, recorder.current)
    if (!last.endedAt) return
    // A meeting that is over, and not known to be, is made anew when somebody comes.
    const here = last.capture?.meetingId === primary
    if (here && (await isMeetingOver(primary))) return
    if (here) return restRecorder(conferenceId)
    const made = { id: `rcd_${newUlid()}`, by: recorder.by, at: at(), continued: true } as const
    const next = newRecording(conferenceId, made)
    const actor = actorOf(conferenceId)
    await write(
      actor,
      next.id,
      putNext(recorderItem({ ...recorder, current: next.id, version: recorder.version + 1 })),
      putNew(recordingItem(next)),
      emit(actor, recordingStarted(next)),
    )
  })

/**
 * The step of the media worker for recordings and the stream. Whoever is killed in it is gone on after: every wish has a
 * token of its own.
 * @param primary the id of the meeting everybody is seen in, while it stands
 */
export const applyRecording = async (conferenceId: string, primary: string | undefined): Promise<'done'> => {
  const conference = await loadConference(conferenceId)
  const on = isOn(conference)
  if (!on) await restRecorder(conferenceId)
  for (const { id } of (await loadRecordings(conferenceId)).filter((one) => !isOver(one)))
    await persisting(async () => {
      const recorder = await loadRecorder(conferenceId)
      const wanted = on && recorder.wanted && recorder.current === id
      await advance(await loadRecording(conferenceId, id), { wanted, primary })
    })
  if (on && primary) await goOn(conferenceId, primary)
  await applyStream(conferenceId, on, primary)
  return 'done'
}
