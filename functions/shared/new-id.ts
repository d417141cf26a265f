// Makes ids: a prefix and a ULID, increasing within a process.
import { monotonicFactory } from 'ulid'
import { now } from './clock.ts'

const next = monotonicFactory()

/** A new ULID at the house's present moment. */
export const newUlid = (): string => next(now().getTime())

/** A new id such as `cnf_01GJ…`. */
export const newId = (prefix: string): string => `${prefix}_${newUlid()}`
