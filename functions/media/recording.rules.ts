// Recordings and the live stream: what may be asked for, and what news of the media service makes of them. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { LiveStream, MediaFailure, Recorder, StoredRecording } from './recording.schema.ts'

export type By = { sub: string; personId?: string | undefined; name: string }

export const newRecorder = (conferenceId: string): Recorder => ({ conferenceId, wanted: false, version: 0 })

export const newStream = (conferenceId: string): LiveStream => ({
  conferenceId,
  wanted: false,
  state: 'off',
  version: 0,
})

/** The room is there from its opening to the close. */
export const isOn = ({ state }: Pick<Conference, 'state'>): boolean =>
  state === 'open' || state === 'in-session'

/** @throws Problem `conference-state` */
export const expectOn = (conference: Conference): void => {
  if (!isOn(conference)) throw new Problem('conference-state', { detail: conference.state })
}

type Made = { id: string; by: By; at: string; continued?: true }

export const newRecording = (conferenceId: string, { id, by, at, continued }: Made): StoredRecording => ({
  id,
  conferenceId,
  state: 'starting',
  askedAt: at,
  by,
  ...(continued ? { continued } : {}),
  version: 1,
})

/** @throws Problem `recording-running` */
export const recorderStarted = (recorder: Recorder, id: string, by: By): Recorder => {
  if (recorder.wanted) throw new Problem('recording-running')
  return { ...recorder, wanted: true, by, current: id, version: recorder.version + 1 }
}

const resting = ({ conferenceId, version }: Recorder): Recorder => ({
  conferenceId,
  wanted: false,
  version: version + 1,
})

/** @throws Problem `recording-not-running` */
export const recorderStopped = (recorder: Recorder): Recorder => {
  if (!recorder.wanted) throw new Problem('recording-not-running')
  return resting(recorder)
}

/** Nothing is wanted any more: the conference is over, or the service refused. */
export const recorderRested = (recorder: Recorder): Recorder =>
  recorder.wanted ? resting(recorder) : recorder

export const isOver = ({ state }: Pick<StoredRecording, 'state'>): boolean =>
  state === 'ready' || state === 'failed'

const changed = (recording: StoredRecording, change: Partial<StoredRecording>): StoredRecording => ({
  ...recording,
  ...change,
  version: recording.version + 1,
})

export const failed = (recording: StoredRecording, failure: MediaFailure): StoredRecording =>
  changed(recording, { state: 'failed', failure })

/** @param at when the service says it began; it tells better by an event */
export const captured = (
  recording: StoredRecording,
  capture: StoredRecording['capture'],
  at: string,
): StoredRecording => changed(recording, { state: 'recording', capture, startedAt: at })

/** @param at when it was ended, unless the service has told already */
export const joiningBegun = (
  recording: StoredRecording,
  joining: StoredRecording['joining'],
  at: string,
): StoredRecording => changed(recording, { state: 'joining', joining, endedAt: recording.endedAt ?? at })

export const filed = (recording: StoredRecording, file: StoredRecording['file']): StoredRecording =>
  changed(recording, { state: 'ready', file })

/** What the service tells of a pipeline, by the last word of its event's name. */
export type PipelineNews = 'InProgress' | 'Deleted' | 'TemporaryFailure' | 'Resumed' | 'PermanentFailure'

const later = (a: string | undefined, b: string): string => (a === undefined || a < b ? b : a)

const captureChange = (
  recording: StoredRecording,
  what: PipelineNews,
  at: string,
): Partial<StoredRecording> => {
  if (what === 'InProgress') return { startedAt: at }
  if (what === 'TemporaryFailure') return { troubledAt: later(recording.troubledAt, at) }
  if (what === 'Resumed') return { resumedAt: later(recording.resumedAt, at) }
  return { endedAt: at }
}

const isSame = (recording: StoredRecording, change: Partial<StoredRecording>): boolean =>
  Object.entries(change).every(([name, value]) => recording[name as keyof StoredRecording] === value)

/** News of the pipeline that records: repeats change nothing, and their order does not matter. */
export const captureNoted = (recording: StoredRecording, what: PipelineNews, at: string): StoredRecording => {
  const change = captureChange(recording, what, at)
  return isSame(recording, change) ? recording : changed(recording, change)
}

/** The service has trouble and has not told that it is over. */
export const isTroubled = ({ state, troubledAt, resumedAt }: StoredRecording): boolean =>
  state === 'recording' && troubledAt !== undefined && (resumedAt === undefined || resumedAt < troubledAt)

const turned = (stream: LiveStream, change: Partial<LiveStream>, at: string): LiveStream => {
  const { failure: _, pipeline, ...rest } = stream
  return { ...rest, ...(pipeline ? { pipeline } : {}), ...change, since: at, version: stream.version + 1 }
}

/** @throws Problem `live-stream-running` */
export const streamStarted = (stream: LiveStream, by: By, at: string): LiveStream => {
  if (stream.wanted) throw new Problem('live-stream-running')
  return turned(stream, { wanted: true, state: 'starting', by }, at)
}

/** @throws Problem `live-stream-not-running` */
export const streamStopped = (stream: LiveStream, at: string): LiveStream => {
  if (!stream.wanted) throw new Problem('live-stream-not-running')
  return turned(stream, { wanted: false, state: 'off' }, at)
}

export const streamRested = (stream: LiveStream, at: string): LiveStream =>
  turned(stream, { wanted: false, state: 'off' }, at)

export const streamRefused = (stream: LiveStream, failure: MediaFailure, at: string): LiveStream =>
  turned(stream, { wanted: false, state: 'failed', failure }, at)

export const streaming = (stream: LiveStream, pipeline: LiveStream['pipeline'], at: string): LiveStream =>
  turned(stream, { state: 'on', pipeline }, at)

/** Its pipeline is over: while it is wanted another is to be made. */
export const streamEnded = (stream: LiveStream, at: string): LiveStream => {
  const { pipeline: _, ...rest } = stream
  return turned(rest, { state: stream.wanted ? 'starting' : stream.state }, at)
}
