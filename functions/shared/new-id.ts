// Makes ids: a prefix and a ULID, increasing within a process.
import { monotonicFactory } from 'ulid'
import { now } from './clock.ts'

/** A clock that falls back further than this was set, not corrected: ids follow it. */
const jumpMs = 60_000

let next = monotonicFactory()
let latest = 0

/** A new ULID at the house's present moment; small steps back of the clock do not make it smaller. */
export const newUlid = (): string => {
  const time = now().getTime()
  if (time < latest - jumpMs) {
    next = monotonicFactory()
    latest = 0
  }
  latest = Math.max(latest, time)
  return next(time)
}

/** A new id such as `cnf_01GJ…`. */
export const newId = (prefix: string): string => `${prefix}_${newUlid()}`
