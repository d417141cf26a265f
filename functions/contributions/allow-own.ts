// A contributor acts for themselves and on their own contributions only; the permission table knows conferences, not papers.
import type { Conference } from '#functions/conferences/schema.ts'
import { findPerson } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Act, may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { ContributionInput } from './input.schema.ts'
import type { Contribution } from './schema.ts'

const withoutContributor = ({ grants }: Actor) => grants.filter(({ role }) => role !== 'contributor')

/** @throws Problem `not-allowed` */
export const allowOwn = (
  actor: Actor,
  act: Act,
  conference: Conference,
  contribution: Contribution,
): void => {
  const own = contribution.submittedBy.sub === actor.sub
  const grants = own ? actor.grants : withoutContributor(actor)
  const touched = { conference: conference.id, host: conference.hostUnitId, unit: contribution.unitId }
  allow({ ...actor, grants }, act, touched)
}

/** Whom a submission names as its author, a co-author or its presenter, of those the directory knows. */
const peopleOf = ({ author, coAuthors, presenter }: ContributionInput) =>
  [author, ...coAuthors, ...(presenter ? [presenter] : [])].map(({ personId }) => personId)

/**
 * A contributor submits for a unit they hold a post in on the conference's day, or names themselves among those behind
 * the paper; whoever the directory knows no post of is taken at their word, and the record shows who submitted.
 * @throws Problem `not-allowed`, `unit-not-own`
 */
export const allowSubmitting = async (
  actor: Actor,
  conference: Conference,
  input: ContributionInput,
): Promise<void> => {
  const touched = { conference: conference.id, host: conference.hostUnitId, unit: input.unitId }
  allow(actor, 'contribution:submit', touched)
  const at = now().toISOString()
  if (may(withoutContributor(actor), 'contribution:submit', touched, at)) return
  if (!actor.personId || peopleOf(input).includes(actor.personId)) return
  const day = civilDay(conference.startsAt)
  const posts = (await findPerson(actor.personId, day))?.posts ?? []
  const held = posts.filter(({ from, to }) => from <= day && (!to || day < to))
  if (held.length > 0 && !held.some(({ unitId }) => unitId === input.unitId))
    throw wrongField('unit-not-own', '/unitId', input.unitId)
}
