// Recordings and the live stream over HTTP: every act answers with how it then stands. Mounted under /conferences.
import { type Context, Hono } from 'hono'
import type { Actor } from '#functions/shared/actor.ts'
import { once } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { nothing, valid } from '#functions/shared/valid.ts'
import { readLiveStream, startLiveStream, stopLiveStream } from './live-stream.ts'
import { readRecordings } from './read-recordings.ts'
import { LiveStreamView, MediaPath, Recordings } from './recording.schema.ts'
import { startRecording, stopRecording } from './start-recording.ts'

const at = valid('param', MediaPath)

type Verb = (actor: Actor, id: string) => Promise<void>

const running = async (c: Context<Env>, id: string, verb: Verb) => {
  const view = () => readRecordings(c.var.actor, id)
  return c.json(await once(c, (actor) => verb(actor, id).then(view), view))
}

const streaming = async (c: Context<Env>, id: string, verb: Verb) => {
  const view = () => readLiveStream(c.var.actor, id)
  return c.json(await once(c, (actor) => verb(actor, id).then(view), view))
}

export const recordings = new Hono<Env>()
  .get(
    '/:id/recordings',
    doc({
      act: 'recording:read',
      summary: 'What was recorded, and where agenda items and speeches begin in it',
      answer: Recordings,
    }),
    at,
    async (c) => c.json(await readRecordings(c.var.actor, c.req.valid('param').id)),
  )
  .post(
    '/:id/recordings/start',
    doc({ act: 'recording:run', summary: 'Record the room from now on', answer: Recordings }),
    at,
    nothing,
    (c) => running(c, c.req.valid('param').id, startRecording),
  )
  .post(
    '/:id/recordings/stop',
    doc({ act: 'recording:run', summary: 'End the recording; its file is made', answer: Recordings }),
    at,
    nothing,
    (c) => running(c, c.req.valid('param').id, stopRecording),
  )
  .get(
    '/:id/live-stream',
    doc({ act: 'recording:read', summary: 'Whether the room is streamed out', answer: LiveStreamView }),
    at,
    async (c) => c.json(await readLiveStream(c.var.actor, c.req.valid('param').id)),
  )
  .post(
    '/:id/live-stream/start',
    doc({
      act: 'live-stream:run',
      summary: 'Stream the room to where this house streams',
      answer: LiveStreamView,
    }),
    at,
    nothing,
    (c) => streaming(c, c.req.valid('param').id, startLiveStream),
  )
  .post(
    '/:id/live-stream/stop',
    doc({ act: 'live-stream:run', summary: 'End the stream', answer: LiveStreamView }),
    at,
    nothing,
    (c) => streaming(c, c.req.valid('param').id, stopLiveStream),
  )
