// What was recorded after the end of the history that an addendum tells, and asks to be told.
import type { Conference } from '#functions/conferences/schema.ts'
import { logSince } from '#functions/shared/event-log.ts'
import { lateOf } from './addendum.rules.ts'
import type { Late } from './parts.schema.ts'

/** @param reach up to when the addendum counts, UTC instant */
export const lateSince = async ({ id, closedAt }: Conference, reach: string): Promise<Late | undefined> =>
  closedAt ? lateOf(await logSince(id, reach), closedAt, undefined) : undefined
