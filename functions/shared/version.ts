// Documents change only from the version that was read: ETag out, If-Match in.
import type { Context } from 'hono'
import { Problem } from './problem.ts'
import type { Env } from './route.ts'

/** The version the editor read. @throws Problem `version-missing` (428), or `stale-version` when it names none of ours */
export const ifMatch = (c: Context<Env>): number => {
  const header = c.req.header('If-Match')
  if (!header) throw new Problem('version-missing')
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (!version) throw new Problem('stale-version')
  return Number(version)
}

/** The same where it may be left out: for acts on a document that whoever acts may not have read. */
export const maybeIfMatch = (c: Context<Env>): number | undefined =>
  c.req.header('If-Match') === undefined ? undefined : ifMatch(c)

/** @throws Problem `stale-version` (412) */
export const expectVersion = (current: number, told: number): void => {
  if (current !== told) throw new Problem('stale-version')
}

/** Sets the ETag that the next edit must bring back. */
export const etag = (c: Context<Env>, { version }: { version: number }): void => {
  c.header('ETag', `"${version}"`)
}
