// What Chime tells of a media pipeline becomes the state of the recording or stream it is of.
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { findRecorded } from './find-recorded.ts'
import type { PipelineEvent } from './pipeline.schema.ts'
import {
  liveStreamEnded,
  liveStreamFailed,
  recordingEnded,
  recordingFailed,
  recordingReady,
} from './recording.events.ts'
import {
  captureNoted,
  failed,
  filed,
  isOver,
  type PipelineNews,
  streamEnded,
  streamRefused,
} from './recording.rules.ts'
import { findOwner, loadRecording, loadStream, recordingItem, streamItem } from './recording-entity.ts'

/** Nobody knows this pipeline yet: the message stays in its queue, and at last among the dead letters. */
export class UnknownPipeline extends Error {}

type Told = { actor: Actor; what: PipelineNews; at: string }
type Of = { conferenceId: string; recordingId: string }

const isEnd = (what: PipelineNews) => what === 'Deleted' || what === 'PermanentFailure'

const noteCapture = async ({ actor, what, at }: Told, { conferenceId, recordingId }: Of): Promise<void> => {
  const recording = await loadRecording(conferenceId, recordingId)
  const next = captureNoted(recording, what, at)
  if (next === recording) return
  const ended = isEnd(what) ? [emit(actor, recordingEnded(next))] : []
  await write(actor, recordingId, putNext(recordingItem(next)), ...ended)
}

const noteJoining = async ({ actor, what }: Told, { conferenceId, recordingId }: Of): Promise<void> => {
  const recording = await loadRecording(conferenceId, recordingId)
  if (isOver(recording) || !isEnd(what)) return
  const file = what === 'Deleted' ? await findRecorded(recording) : undefined
  const next = file ? filed(recording, file) : failed(recording, 'broken')
  const event = file ? recordingReady(next) : recordingFailed(next)
  await write(actor, recordingId, putNext(recordingItem(next)), emit(actor, event))
}

const noteStream = async (
  { actor, what, at }: Told,
  conferenceId: string,
  pipelineId: string,
): Promise<void> => {
  const stream = await loadStream(conferenceId)
  if (!isEnd(what) || stream.pipeline?.id !== pipelineId) return
  const ended = streamEnded(stream, at)
  const broken = what === 'PermanentFailure' && stream.wanted
  const next = broken ? { ...streamRefused(ended, 'broken', at), version: ended.version } : ended
  const event = broken ? liveStreamFailed(next) : liveStreamEnded(next)
  await write(actor, conferenceId, putNext(streamItem(next)), emit(actor, event))
}

const news = (eventType: PipelineEvent['detail']['eventType']) =>
  eventType.slice('chime:MediaPipeline'.length) as PipelineNews

/** Idempotent, and in any order. @throws UnknownPipeline so that the event comes back */
export const notePipeline = ({ id, detail }: PipelineEvent): Promise<void> =>
  persisting(async () => {
    const { mediaPipelineId, eventType, timestamp } = detail
    const owner = await findOwner(mediaPipelineId)
    if (!owner) throw new UnknownPipeline(`${eventType} of ${mediaPipelineId}`)
    const { conferenceId, role, recordingId } = owner
    const at = new Date(timestamp).toISOString()
    const told: Told = { actor: systemActor('chime', id), what: news(eventType), at }
    if (role === 'stream') return noteStream(told, conferenceId, mediaPipelineId)
    if (recordingId === undefined) return
    const of = { conferenceId, recordingId }
    await (role === 'capture' ? noteCapture(told, of) : noteJoining(told, of))
  })
