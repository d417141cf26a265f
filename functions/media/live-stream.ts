// Start, stop and read the live stream out of the house. Where it goes is this stage's setting, never a request's.
import { loadConference } from '#functions/conferences/entity.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { setting } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { liveStreamStarted, liveStreamStopped } from './recording.events.ts'
import { expectOn, streamStarted, streamStopped } from './recording.rules.ts'
import type { LiveStreamView } from './recording.schema.ts'
import { loadStream, streamItem } from './recording-entity.ts'

const atStream = async (actor: Actor, id: string) => {
  const [conference, stream] = await Promise.all([loadConference(id), loadStream(id)])
  allow(actor, 'live-stream:run', { conference: id, host: conference.hostUnitId })
  return { conference, stream }
}

/**
 * What is internal is shown to nobody outside.
 * @throws Problem `not-found`, `not-allowed`, `live-stream-nowhere`, `conference-internal`, `conference-state`, `live-stream-running`
 */
export const startLiveStream = async (actor: Actor, id: string): Promise<void> => {
  const { conference, stream } = await atStream(actor, id)
  if (!setting('LIVE_STREAM_NAME')) throw new Problem('live-stream-nowhere')
  if (conference.classification === 'internal') throw new Problem('conference-internal')
  expectOn(conference)
  const by = { sub: actor.sub, personId: actor.personId, name: actor.name }
  const next = streamStarted(stream, by, now().toISOString())
  await write(actor, id, putNext(streamItem(next)), emit(actor, liveStreamStarted(next)))
}

/** @throws Problem `not-found`, `not-allowed`, `live-stream-not-running` */
export const stopLiveStream = async (actor: Actor, id: string): Promise<void> => {
  const { stream } = await atStream(actor, id)
  const next = streamStopped(stream, now().toISOString())
  await write(actor, id, putNext(streamItem(next)), emit(actor, liveStreamStopped(next)))
}

/** @throws Problem `not-found`, `not-allowed` */
export const readLiveStream = async (actor: Actor, id: string): Promise<LiveStreamView> => {
  await readConference(actor, id, 'recording:read')
  const { wanted, state, by, since, failure } = await loadStream(id)
  return { target: setting('LIVE_STREAM_NAME'), wanted, state, by: by?.name, since, failure }
}
