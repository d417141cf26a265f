// When contributions and opinions are taken, and how late they are. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { horizonEnd } from '#functions/minutes/rules.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Contribution, Lateness } from './schema.ts'

/** A conference that will not be, or that nobody has been invited to yet, takes nothing. @throws Problem `conference-state` */
const expectComing = ({ state }: Conference): void => {
  if (state === 'draft' || state === 'cancelled') throw new Problem('conference-state', { detail: state })
}

/** Papers come from the invitation on, opinions from the start; after the close both are kept, and late. */
export const expectTaking = (conference: Conference, kind: Contribution['kind']): void => {
  expectComing(conference)
  if (kind === 'opinion' && !conference.startedAt) throw new Problem('conference-not-in-session')
}

/** Decisions on papers of a cancelled conference lead nowhere. @throws Problem `conference-state` */
export const expectDeciding = (conference: Conference): void => expectComing(conference)

/**
 * How late a text received now is: after the deadline for a paper, after the close for anything.
 * @returns `lateBy` in whole seconds, at least one, from the earliest limit that was missed
 */
export const latenessOf = (
  conference: Pick<Conference, 'contributionsDueAt' | 'closedAt'>,
  kind: Contribution['kind'],
  receivedAt: string,
): Lateness => {
  const due = kind === 'contribution' ? conference.contributionsDueAt : undefined
  const missed = [due, conference.closedAt].filter((limit) => limit !== undefined && receivedAt > limit)
  if (missed.length === 0) return { late: false }
  const lateMs = Math.max(...missed.map((limit) => Date.parse(receivedAt) - Date.parse(limit ?? '')))
  return { late: true, lateBy: Math.ceil(lateMs / 1000) }
}

/** Only a live session hears a contribution. */
export const expectSession = (conference: Conference): void => {
  if (conference.state !== 'in-session') throw new Problem('conference-not-in-session')
}

/** Until when texts may still be taken as written: later the minutes would not tell of it. */
export const takeableUntil = ({ closedAt }: Pick<Conference, 'closedAt'>): string | undefined =>
  closedAt && horizonEnd(closedAt)

/**
 * A text is taken as written in session or within the grace after it.
 * @throws Problem `conference-not-in-session`, `conference-closed`
 */
export const expectTakeable = (conference: Conference, at: string): void => {
  const { state } = conference
  if (state !== 'in-session' && state !== 'closed') throw new Problem('conference-not-in-session')
  const until = takeableUntil(conference)
  if (until && until < at) throw new Problem('conference-closed')
}
