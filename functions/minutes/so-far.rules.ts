// Minutes before there are any: when a preview can be given, and up to when the record counts in it. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import { horizonEnd, settlingMs } from './rules.ts'
import type { Minutes } from './schema.ts'

/**
 * Before the start nothing has happened to tell of; after the close a draft once made is what there is to read.
 * @throws Problem `conference-state`, `minutes-state`, each naming where it stands
 */
export const expectPreview = (
  { state, startedAt, closedAt }: Conference,
  minutes: Minutes | undefined,
): void => {
  if (!startedAt) throw new Problem('conference-state', { detail: state })
  if (closedAt && minutes) throw new Problem('minutes-state', { detail: minutes.state })
}

/** How far a log may be read of which nothing earlier can still come. */
export const settledAt = (at: Date): Date => new Date(at.getTime() - settlingMs)

/** Up to when (UTC instant) the record counts: the horizon once it is known, else as far as it is read. */
export const countsTo = ({ closedAt }: Pick<Conference, 'closedAt'>, readTo: string): string => {
  if (!closedAt) return readTo
  const horizon = horizonEnd(closedAt)
  return horizon < readTo ? horizon : readTo
}
