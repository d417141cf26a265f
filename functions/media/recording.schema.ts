// Recordings of a conference and its live stream: what is wanted, what became of it, where in it somebody speaks. Shapes.
import * as z from 'zod'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { idOf } from '#functions/shared/ids.ts'
import { MediaQuota } from './schema.ts'

const RecordingId = idOf('rcd')
export const MediaPath = z.object({ id: ConferenceId })
export const RecordingPath = z.object({ id: ConferenceId, rcd: RecordingId })

const By = z.object({ sub: z.string(), personId: z.string().optional(), name: z.string() })

/** A pipeline of the media service, as it was made. */
const Pipeline = z.object({ id: z.string(), arn: z.string(), meetingId: z.string() })
export type Pipeline = z.infer<typeof Pipeline>

const RecordingState = z.enum(['starting', 'recording', 'joining', 'ready', 'failed'])
export type RecordingState = z.infer<typeof RecordingState>

/**
 * Why there is no file, or no stream: a quota stands in the way, the service refused, it broke off, or it was ended before
 * the room was there.
 */
export const MediaFailure = z.union([MediaQuota, z.enum(['refused', 'broken', 'not-begun'])])
export type MediaFailure = z.infer<typeof MediaFailure>

const RecordedFile = z.object({ key: z.string(), bytes: z.number() })
export type RecordedFile = z.infer<typeof RecordedFile>

/** Between two UTC instants, and the file it became. */
export const StoredRecording = z.object({
  id: RecordingId,
  conferenceId: ConferenceId,
  state: RecordingState,
  askedAt: z.string(),
  by: By,
  /** Begun by itself, as the room it was wanted in was made anew. */
  continued: z.literal(true).optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  capture: Pipeline.optional(),
  joining: Pipeline.optional(),
  file: RecordedFile.optional(),
  failure: MediaFailure.optional(),
  /** Since when the service has trouble with it, and when that was over. */
  troubledAt: z.string().optional(),
  resumedAt: z.string().optional(),
  version: z.number(),
})
export type StoredRecording = z.infer<typeof StoredRecording>

/** One item a conference: whether it is to be recorded, and the recording that is on. */
export const Recorder = z.object({
  conferenceId: ConferenceId,
  wanted: z.boolean(),
  by: By.optional(),
  current: RecordingId.optional(),
  version: z.number(),
})
export type Recorder = z.infer<typeof Recorder>

const StreamState = z.enum(['off', 'starting', 'on', 'failed'])

/** One item a conference. Where it streams to is the stage's setting and stands nowhere here. */
export const LiveStream = z.object({
  conferenceId: ConferenceId,
  wanted: z.boolean(),
  state: StreamState,
  by: By.optional(),
  /** When the state was last changed. */
  since: z.string().optional(),
  pipeline: Pipeline.optional(),
  failure: MediaFailure.optional(),
  version: z.number(),
})
export type LiveStream = z.infer<typeof LiveStream>

/** Where a recording opens: at an item of the agenda, or at a speech. */
export const Mark = z.object({
  kind: z.enum(['agenda', 'turn']),
  /** Of the item or the request. */
  id: z.string(),
  /** The item's title, or the speaker as records name them. */
  title: z.string(),
  unitId: z.string().optional(),
  at: z.string(),
  /** From the recording's beginning. */
  seconds: z.number(),
})
export type Mark = z.infer<typeof Mark>

export const Recording = z.object({
  id: RecordingId,
  state: RecordingState,
  askedAt: z.string(),
  by: z.string(),
  continued: z.literal(true).optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  failure: MediaFailure.optional(),
  /** The service has trouble with it now. */
  troubled: z.literal(true).optional(),
  bytes: z.number().optional(),
  marks: z.array(Mark),
})
export type Recording = z.infer<typeof Recording>

export const Recordings = z.object({
  /** Whether the conference is to be recorded now. */
  wanted: z.boolean(),
  /** The server's time: running lengths are drawn by it. */
  now: z.string(),
  /** Newest first. */
  items: z.array(Recording),
})
export type Recordings = z.infer<typeof Recordings>

export const LiveStreamView = z.object({
  /** Whether this house streams anywhere, and the name of where. */
  target: z.string().optional(),
  wanted: z.boolean(),
  state: StreamState,
  by: z.string().optional(),
  since: z.string().optional(),
  failure: MediaFailure.optional(),
})
export type LiveStreamView = z.infer<typeof LiveStreamView>
