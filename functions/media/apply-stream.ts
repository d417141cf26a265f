// Makes the live stream as it is wanted: one live connector of the room while it is on.
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { orderRoom } from './order.ts'
import { createStream, deletePipeline, MeetingOver, PipelineRefused } from './pipelines.ts'
import { liveStreamFailed } from './recording.events.ts'
import { streamEnded, streaming, streamRefused, streamRested } from './recording.rules.ts'
import type { LiveStream } from './recording.schema.ts'
import { loadStream, putOwner, streamItem } from './recording-entity.ts'

const save = (stream: LiveStream, ...more: Parameters<typeof write>[2][]) =>
  write(systemActor('media', stream.conferenceId), stream.conferenceId, putNext(streamItem(stream)), ...more)

const begin = async (stream: LiveStream, meetingId: string): Promise<void> => {
  const { conferenceId, version } = stream
  const at = now().toISOString()
  try {
    const pipeline = await createStream(`${conferenceId}-${version}`, meetingId)
    await save(streaming(stream, pipeline, at), putOwner(pipeline.id, { conferenceId, role: 'stream' }))
  } catch (error) {
    if (error instanceof MeetingOver) return orderRoom(conferenceId, { stale: error.message })
    if (!(error instanceof PipelineRefused)) throw error
    const refused = streamRefused(stream, error.failure, at)
    await save(refused, emit(systemActor('media', conferenceId), liveStreamFailed(refused)))
  }
}

/** @param on whether there is a room at all @param primary the meeting to stream, while it stands */
export const applyStream = (conferenceId: string, on: boolean, primary: string | undefined): Promise<void> =>
  persisting(async () => {
    const stream = await loadStream(conferenceId)
    const { wanted, pipeline } = stream
    const at = now().toISOString()
    const elsewhere = primary !== undefined && pipeline !== undefined && pipeline.meetingId !== primary
    if (pipeline && (!wanted || !on || elsewhere)) {
      await deletePipeline(pipeline)
      const ended = streamEnded(stream, at)
      if (!wanted || on) await save(ended)
      else await save({ ...streamRested(ended, at), version: stream.version + 1 })
    } else if (wanted && !on) await save(streamRested(stream, at))
    if (!wanted || !on || !primary || (pipeline && !elsewhere)) return
    await begin(await loadStream(conferenceId), primary)
  })
