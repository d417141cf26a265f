// Recordings in the table: what is wanted, each recording, the stream, and whose pipeline is whose, as events name pipelines alone.
import * as z from 'zod'
import { conferencePartition } from '#functions/conferences/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, type Operation, put } from '#functions/shared/table.ts'
import { newRecorder, newStream } from './recording.rules.ts'
import { LiveStream, Recorder, StoredRecording } from './recording.schema.ts'

const at = (conferenceId: string, sk: string): Key => ({ pk: conferencePartition(conferenceId), sk })

type Versioned = Item & { version: number }

export const recorderItem = (recorder: Recorder): Versioned => ({
  ...recorder,
  ...at(recorder.conferenceId, 'RECORDER'),
  type: 'recorder',
})

export const loadRecorder = async (conferenceId: string): Promise<Recorder> =>
  (await load(at(conferenceId, 'RECORDER'), Recorder)) ?? newRecorder(conferenceId)

export const recordingItem = (recording: StoredRecording): Versioned => ({
  ...recording,
  ...at(recording.conferenceId, `RECORDING#${recording.id}`),
  type: 'recording',
})

export const findRecording = (conferenceId: string, id: string): Promise<StoredRecording | undefined> =>
  load(at(conferenceId, `RECORDING#${id}`), StoredRecording)

/** @throws Problem `not-found` */
export const loadRecording = async (conferenceId: string, id: string): Promise<StoredRecording> => {
  const recording = await findRecording(conferenceId, id)
  if (!recording) throw new Problem('not-found')
  return recording
}

/** Oldest first. */
export const loadRecordings = (conferenceId: string): Promise<StoredRecording[]> =>
  all({ pk: conferencePartition(conferenceId), begins: 'RECORDING#' }, StoredRecording)

export const streamItem = (stream: LiveStream): Versioned => ({
  ...stream,
  ...at(stream.conferenceId, 'LIVE-STREAM'),
  type: 'live-stream',
})

export const loadStream = async (conferenceId: string): Promise<LiveStream> =>
  (await load(at(conferenceId, 'LIVE-STREAM'), LiveStream)) ?? newStream(conferenceId)

/** Events of a pipeline come within a day or two of its end; the map outlives them. */
const keptSeconds = 14 * 24 * 3600

const Owner = z.object({
  conferenceId: z.string(),
  role: z.enum(['capture', 'joining', 'stream']),
  recordingId: z.string().optional(),
})
export type Owner = z.infer<typeof Owner>

const ownerKey = (pipelineId: string): Key => ({ pk: `PIPELINE#${pipelineId}`, sk: 'OWNER' })

/** Keeps whose pipeline this is. */
export const putOwner = (pipelineId: string, owner: Owner): Operation =>
  put({
    ...owner,
    ...ownerKey(pipelineId),
    type: 'pipeline',
    ttl: Math.floor(now().getTime() / 1000) + keptSeconds,
  })

/** Undefined where nobody was told of this pipeline yet. */
export const findOwner = (pipelineId: string): Promise<Owner | undefined> => load(ownerKey(pipelineId), Owner)
