// Read contributions: the desk sees all, the others what was accepted and what is their own.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { may, unitsHeld } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { loadContribution, loadTexts, pageOfContributions } from './entity.ts'
import { contributionOpened } from './events.ts'
import { isVisible } from './rules.ts'
import type { Contribution, ContributionQuery } from './schema.ts'

const viewerOf = (actor: Actor, conference: Conference) => {
  const at = now().toISOString()
  const touched = { conference: conference.id, host: conference.hostUnitId }
  return {
    sub: actor.sub,
    units: unitsHeld(actor.grants, 'operator', at),
    seesAll: may(actor.grants, 'contribution:deliver', touched, at),
  }
}

/**
 * A page of a conference's contributions in the order of their submission.
 * @param after the id of the last contribution already seen
 */
export const listContributions = async (
  actor: Actor,
  conferenceId: string,
  { state, unit, limit }: ContributionQuery,
  after: string | undefined,
) => {
  const viewer = viewerOf(actor, await readConference(actor, conferenceId))
  const wanted = (contribution: Contribution) =>
    isVisible(contribution, viewer) &&
    (state === undefined || contribution.state === state) &&
    (unit === undefined || contribution.unitId === unit)
  const found: Contribution[] = []
  let from = after
  while (found.length <= limit) {
    const { items, next } = await pageOfContributions(conferenceId, from, 100)
    found.push(...items.filter(wanted))
    from = items.at(-1)?.id
    if (!next || !from) break
  }
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? items.at(-1)?.id : undefined }
}

const readVisible = async (actor: Actor, at: { id: string; ctb: string }) => {
  const conference = await readConference(actor, at.id)
  const contribution = await loadContribution(at.id, at.ctb)
  if (!isVisible(contribution, viewerOf(actor, conference))) throw new Problem('not-found')
  return { conference, contribution }
}

/** The head alone, which says nothing of the text. */
export const readContribution = async (
  actor: Actor,
  at: { id: string; ctb: string },
): Promise<Contribution> => (await readVisible(actor, at)).contribution

/** The contribution with every text; for an internal conference the opening itself is recorded. */
export const openContribution = async (actor: Actor, at: { id: string; ctb: string }) => {
  const { conference, contribution } = await readVisible(actor, at)
  const versions = await loadTexts(at.id, at.ctb)
  if (conference.classification === 'internal')
    await write(withoutClaim(actor), at.ctb, emit(actor, contributionOpened(contribution)))
  return { ...contribution, versions }
}
