// The file of a recording over HTTP: served by the function of files, which alone hands out addresses of the store.
import { Hono } from 'hono'
import { Address, handOut } from '#functions/shared/hand-out.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { openRecording } from './open-recording.ts'
import { RecordingPath } from './recording.schema.ts'

export const recordingFiles = new Hono<Env>().get(
  '/:id/recordings/:rcd/file',
  doc({
    act: 'recording:read',
    summary: 'The recording: 303 to an address to play it from, or the address as JSON; who opens it is told',
    answer: Address,
    status: 303,
  }),
  valid('param', RecordingPath),
  async (c) => {
    const { id, rcd } = c.req.valid('param')
    return handOut(c, await openRecording(c.var.actor, id, rcd))
  },
)
