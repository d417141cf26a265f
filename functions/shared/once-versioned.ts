// An act on a document, done once: what stands afterwards is answered with the version that the next edit must bring back.
import type { Context } from 'hono'
import type { Actor } from './actor.ts'
import { once } from './idempotency.ts'
import type { Env } from './route.ts'
import { etag } from './version.ts'

/** @param again reads the document anew, from the reference given to `write` */
export const onceVersioned = async <T extends { version: number }>(
  c: Context<Env>,
  act: (actor: Actor) => Promise<T>,
  again: (ref: string) => Promise<T>,
): Promise<T> => {
  const document = await once(c, act, again)
  etag(c, document)
  return document
}
