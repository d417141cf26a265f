// What every route has: its typed context, and what the documentation and the permission matrix know of it.
import type { Context, MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import type { Actor } from './actor.ts'

export type Env = { Variables: { actor: Actor; requestId: string; offsetMs: number | undefined } }

/** What a route tells of itself: the act it performs, a sentence, and the shape of its answer. */
export type RouteDoc = {
  /** The act of the permission table, `public` for no sign-in, `signed-in` for anybody signed in,
   * `personal` for whoever holds a delegate's personal link. */
  act: string
  summary: string
  answer?: z.ZodType
  status?: number
}

const docs = new WeakMap<object, RouteDoc>()

/** Describes a route; costs nothing at run time. Every route carries one: the matrix test sees to it. */
export const doc = (description: RouteDoc): MiddlewareHandler<Env> => {
  const handler: MiddlewareHandler<Env> = (_c, next) => next()
  docs.set(handler, description)
  return handler
}

/** The description a handler carries, if it is one of `doc`. */
export const docOf = (handler: object): RouteDoc | undefined => docs.get(handler)

/** Vietnamese is the house's language; English is for those who ask for it first. */
export const readsEnglish = (c: Context): boolean => /^en\b/.test(c.req.header('Accept-Language') ?? '')
