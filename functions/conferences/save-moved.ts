// Saves a conference whose date may have changed, and sees to it that its points follow whatever happens.
import { startJob } from '#functions/jobs/start-job.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { type Announcement, emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Operation } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceSaved } from './entity.ts'
import { movedPoints, sweepPoints } from './moved-points.ts'
import type { Conference } from './schema.ts'

/** With the conference, its agenda, the job and their events within a transaction's 100. */
const movesInTransaction = 90

export type Saved = { conference: Conference; job?: string }

/**
 * Points carry the date. Those of a small conference move in its own transaction; of a large one they follow in a job,
 * which is answered. The job is written with the date either way: it also finds the points that were given between our
 * look at them and our write, should we die before we do so ourselves.
 * Where others stay in the way of what is left, that is the job's: the date is saved.
 * @param more what else is written with it: two operations at most
 * @throws Problem `unit-unknown` when a unit that has a point does not stand on the new day
 */
export const saveMoved = async (
  actor: Actor,
  next: Conference,
  before: Conference,
  announcement: Announcement,
  more: readonly Operation[] = [],
): Promise<Saved> => {
  const { id } = next
  const saved = [...conferenceSaved(next, before), emit(actor, announcement), ...more]
  if (next.startsAt === before.startsAt) {
    await write(actor, id, ...saved)
    return { conference: next }
  }
  const moves = await movedPoints(next)
  const large = moves.length > movesInTransaction
  const order = {
    kind: 'conferences.move-points',
    scope: id,
    input: { conferenceId: id },
    needed: true as const,
  }
  const job = await startJob(actor, order, ...saved, ...(large ? [] : moves))
  if (large) return { conference: next, job }
  try {
    await sweepPoints(withoutClaim(actor), id)
    return { conference: next }
  } catch (error) {
    if (error instanceof Problem && error.slug === 'busy') return { conference: next, job }
    throw error
  }
}
