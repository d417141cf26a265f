// The room over HTTP: how it stands, and the house's seats; a point's seat is of its link. Mounted under /conferences.
import { Hono } from 'hono'
import { keyOf } from '#functions/shared/idempotency.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { enterSeat } from './enter-seat.ts'
import { readRoom } from './read-room.ts'
import { EntryInput, RoomEntry, RoomPath, RoomState } from './schema.ts'

const one = valid('param', RoomPath)

export const media = new Hono<Env>()
  .get(
    '/:id/room',
    doc({ act: 'conference:read', summary: 'How the meeting room stands', answer: RoomState }),
    one,
    async (c) => c.json(await readRoom(c.var.actor, c.req.valid('param').id)),
  )
  // What opens a seat is answered and kept nowhere: a repeat is answered anew, and its key is not kept.
  .post(
    '/:id/seats/chair/entry',
    doc({ act: 'seat:chair', summary: 'Sit down in the room to preside', answer: RoomEntry }),
    one,
    valid('json', EntryInput),
    async (c) => {
      keyOf(c)
      return c.json(await enterSeat(c.var.actor, c.req.valid('param').id, 'chair', c.req.valid('json')))
    },
  )
  .post(
    '/:id/seats/desk/entry',
    doc({ act: 'seat:desk', summary: 'Sit down in the room for the desk', answer: RoomEntry }),
    one,
    valid('json', EntryInput),
    async (c) => {
      keyOf(c)
      return c.json(await enterSeat(c.var.actor, c.req.valid('param').id, 'desk', c.req.valid('json')))
    },
  )
