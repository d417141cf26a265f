// What recordings and the live stream announce. Where a stream goes is never told: its address is a key.
import type { LiveStream, StoredRecording } from './recording.schema.ts'

const ofRecording = <N extends `recording.${string}`>(name: N, recording: StoredRecording) => ({
  name,
  scope: recording.conferenceId,
  subject: recording.id,
  data: {
    startedAt: recording.startedAt,
    endedAt: recording.endedAt,
    failure: recording.failure,
    bytes: recording.file?.bytes,
    continued: recording.continued,
  },
})

export const recordingStarted = (recording: StoredRecording) => ofRecording('recording.started', recording)
export const recordingStopped = (recording: StoredRecording) => ofRecording('recording.stopped', recording)
/** The service has ended it, whoever asked for that. */
export const recordingEnded = (recording: StoredRecording) => ofRecording('recording.ended', recording)
export const recordingReady = (recording: StoredRecording) => ofRecording('recording.ready', recording)
export const recordingFailed = (recording: StoredRecording) => ofRecording('recording.failed', recording)

const ofStream = <N extends `live-stream.${string}`>(name: N, stream: LiveStream) => ({
  name,
  scope: stream.conferenceId,
  subject: stream.conferenceId,
  data: { failure: stream.failure, version: stream.version },
})

export const liveStreamStarted = (stream: LiveStream) => ofStream('live-stream.started', stream)
export const liveStreamStopped = (stream: LiveStream) => ofStream('live-stream.stopped', stream)
/** The service has ended it. */
export const liveStreamEnded = (stream: LiveStream) => ofStream('live-stream.ended', stream)
export const liveStreamFailed = (stream: LiveStream) => ofStream('live-stream.failed', stream)
