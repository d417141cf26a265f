// Issuing and revoking a personal link. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { PersonalLink } from './schema.ts'

type Place = Pick<PersonalLink, 'conferenceId' | 'pointId' | 'delegateId'>

/** The link as it is when it is handed over: the same address as before unless that was revoked. */
export const issued = (place: Place, before: PersonalLink | undefined, at: string): PersonalLink => ({
  ...place,
  issue: before?.issue ?? 1,
  revoked: false,
  issuedAt: at,
  version: (before?.version ?? 0) + 1,
})

/** @throws Problem `link-not-issued` */
export const revoked = (link: PersonalLink | undefined): PersonalLink => {
  if (!link || link.revoked) throw new Problem('link-not-issued')
  return { ...link, issue: link.issue + 1, revoked: true, version: link.version + 1 }
}

const over = new Set(['draft', 'closed', 'cancelled'])

/** A link works from the invitation until the conference closes. @throws Problem `link-ended` */
export const expectOpen = ({ state }: Pick<Conference, 'state'>): void => {
  if (over.has(state)) throw new Problem('link-ended', { detail: state })
}
