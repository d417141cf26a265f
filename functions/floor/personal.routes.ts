// What the holder of a personal link sees of the floor: whether it is open, and their own place in the list.
import { Hono } from 'hono'
import { doc, type Env } from '#functions/shared/route.ts'
import { readOwnPlace } from './read-own-place.ts'
import { OwnPlace } from './schema.ts'

export const ownPlaceAtFloor = new Hono<Env>().get(
  '/floor',
  doc({ act: 'personal', summary: 'One’s own place in the list of speakers', answer: OwnPlace }),
  async (c) => c.json(await readOwnPlace(c.var.actor)),
)
