// A function as typesetting is one: it keeps its thread until a file is there. It also tells the time, fails and dies.
import { existsSync } from 'node:fs'
import { now } from '#functions/shared/clock.ts'

type Order = { until?: string; fail?: string; die?: true }

const mostMs = 30_000

/** @returns the time by the clock, and whether the file came while it did nothing but look for it */
export const handler = async ({ until, fail, die }: Order) => {
  if (die) process.exit(7)
  if (fail) throw new Error(fail)
  const began = performance.now()
  while (until && !existsSync(until) && performance.now() - began < mostMs);
  return { now: now().toISOString(), came: until !== undefined && existsSync(until) }
}
