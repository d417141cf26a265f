// Steps aside and back in a conference's life: put off, called off, a mistaken start or close undone. Pure.
import { Problem } from '#functions/shared/problem.ts'
import { shifted } from '#functions/shared/time.ts'
import { agendaShifted, endingAll, withAgenda } from './agenda.rules.ts'
import { expectState, isAnnounced } from './rules.ts'
import type { Conference } from './schema.ts'
import { expectNoStamp } from './secret.rules.ts'
import type { Postponing } from './steps.schema.ts'

const moveBy = (instant: string | undefined, byMs: number): string | undefined =>
  instant === undefined ? undefined : shifted(instant, byMs)

/** The conference at another start: its end, its deadline and its planned times move with it. */
const atStart = (conference: Conference, { startsAt, endsAt }: { startsAt: string; endsAt?: string }) => {
  const byMs = Date.parse(startsAt) - Date.parse(conference.startsAt)
  const until = endsAt ?? moveBy(conference.endsAt, byMs)
  const dueAt = moveBy(conference.contributionsDueAt, byMs)
  return {
    startsAt,
    ...(until ? { endsAt: until } : {}),
    ...(dueAt ? { contributionsDueAt: dueAt } : {}),
    ...withAgenda(conference, agendaShifted(conference.agenda, byMs)),
  }
}

/**
 * Put off: with a new start it is scheduled for then, without one it waits for a date; one that waits is given it by
 * the same act. A room opened for rehearsal is closed again: what was marked in it was no attendance.
 * @param at the moment of the act, UTC
 * @throws Problem `conference-state`, `secret-grade-refused`
 */
export const postponed = (conference: Conference, told: Postponing, at: string): Conference => {
  expectState(conference, ['scheduled', 'postponed', 'open'])
  expectNoStamp([['/reason', told.reason]])
  const { openedAt: _, presiding: __, ...rest } = conference
  const { reason, startsAt, endsAt } = told
  if (startsAt === undefined && conference.state === 'postponed')
    throw new Problem('conference-state', { detail: 'postponed' })
  const postponement = { at, reason, from: conference.startsAt, ...(startsAt ? { to: startsAt } : {}) }
  return {
    ...rest,
    ...(startsAt ? atStart(conference, { startsAt, ...(endsAt ? { endsAt } : {}) }) : {}),
    state: startsAt ? 'scheduled' : 'postponed',
    postponements: [...(conference.postponements ?? []), postponement],
    sequence: conference.sequence + 1,
    version: conference.version + 1,
  }
}

/** Called off for good, before the session. @throws Problem `conference-state`, `secret-grade-refused` */
export const cancelled = (conference: Conference, reason: string, at: string): Conference => {
  expectState(conference, ['draft', 'scheduled', 'postponed', 'open'])
  expectNoStamp([['/reason', reason]])
  const { presiding: _, ...rest } = conference
  return {
    ...rest,
    state: 'cancelled',
    cancellation: { at, reason, ...(isAnnounced(conference) ? {} : { unannounced: true as const }) },
    sequence: conference.sequence + 1,
    version: conference.version + 1,
  }
}

/**
 * A mistaken close goes back to the session, a mistaken start to rehearsal. What was marked meanwhile stays as it was
 * marked, and the conference tells for ever that it was reopened.
 * @throws Problem `conference-state`, `secret-grade-refused`
 */
export const reopened = (conference: Conference, reason: string, at: string): Conference => {
  expectState(conference, ['in-session', 'closed'])
  expectNoStamp([['/reason', reason]])
  const { startedAt, closedAt, presiding, ...rest } = conference
  const wasClosed = closedAt !== undefined
  return {
    ...rest,
    ...(wasClosed && startedAt ? { startedAt } : {}),
    ...(wasClosed && presiding ? { presiding } : {}),
    ...endingAll(conference, at),
    state: wasClosed ? 'in-session' : 'open',
    reopenings: [
      ...(conference.reopenings ?? []),
      { at, reason, from: wasClosed ? 'closed' : 'in-session', was: closedAt ?? startedAt ?? at },
    ],
    version: conference.version + 1,
  }
}
