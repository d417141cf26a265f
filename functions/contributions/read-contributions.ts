// Read contributions: the desk sees all, the others what was accepted and what is their own.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { may, unitsHeld } from '#functions/grants/rules.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { countsOf } from './counts.rules.ts'
import { loadContribution, loadContributions, loadNotes, loadTexts, pageOfContributions } from './entity.ts'
import { contributionOpened } from './events.ts'
import { isOwn, isVisible, shownTo, type Viewer } from './rules.ts'
import type { Contribution, ContributionCounts, ContributionQuery, TextVersion } from './schema.ts'

type Place = { id: string; ctb: string }

const viewerOf = (actor: Actor, conference: Conference): Viewer => {
  const at = now().toISOString()
  const touched = { conference: conference.id, host: conference.hostUnitId }
  return {
    sub: actor.sub,
    units: unitsHeld(actor.grants, 'operator', at),
    seesAll: may(actor.grants, 'contribution:deliver', touched, at),
  }
}

type Filter = Omit<ContributionQuery, 'limit' | 'cursor'>

const fits = (contribution: Contribution, { state, unit, kind, agendaItem, late }: Filter): boolean =>
  (state === undefined || contribution.state === state) &&
  (unit === undefined || contribution.unitId === unit) &&
  (kind === undefined || contribution.kind === kind) &&
  (agendaItem === undefined || contribution.agendaItem === agendaItem) &&
  (late === undefined || contribution.late === late)

/**
 * A page of a conference's contributions in the order of their submission.
 * @param after the id of the last contribution already seen
 */
export const listContributions = async (
  actor: Actor,
  conferenceId: string,
  { limit, ...filter }: ContributionQuery,
  after: string | undefined,
) => {
  const viewer = viewerOf(actor, await readConference(actor, conferenceId))
  const found: Contribution[] = []
  let from = after
  while (found.length <= limit) {
    const { items, next } = await pageOfContributions(conferenceId, from, 100)
    found.push(...items.filter((one) => isVisible(one, viewer) && fits(one, filter)))
    from = items.at(-1)?.id
    if (!next || !from) break
  }
  const items = found.slice(0, limit).map((one) => shownTo(one, viewer))
  return { items, next: found.length > limit ? items.at(-1)?.id : undefined }
}

/** How many there are of those one may see, by state and by unit. */
export const countContributions = async (actor: Actor, conferenceId: string): Promise<ContributionCounts> => {
  const viewer = viewerOf(actor, await readConference(actor, conferenceId))
  return countsOf((await loadContributions(conferenceId)).filter((one) => isVisible(one, viewer)))
}

const readVisible = async (actor: Actor, at: Place) => {
  const conference = await readConference(actor, at.id)
  const contribution = await loadContribution(at.id, at.ctb)
  const viewer = viewerOf(actor, conference)
  if (!isVisible(contribution, viewer)) throw new Problem('not-found')
  return { conference, contribution: shownTo(contribution, viewer), viewer }
}

/** The head alone, which says nothing of the text. */
export const readContribution = async (actor: Actor, at: Place): Promise<Contribution> =>
  (await readVisible(actor, at)).contribution

/** The desk and the author see every version; the others what stands. */
const versionsFor = (
  contribution: Contribution,
  viewer: Viewer,
  texts: readonly TextVersion[],
): TextVersion[] =>
  viewer.seesAll || isOwn(contribution, viewer)
    ? [...texts]
    : texts.filter(({ number }) => number === contribution.receipt.number)

/** The contribution and those of its versions one may see. @throws Problem `not-found` */
export const readVersions = async (actor: Actor, at: Place) => {
  const { contribution, viewer, conference } = await readVisible(actor, at)
  const versions = versionsFor(contribution, viewer, await loadTexts(at.id, at.ctb))
  return { conference, contribution, versions, viewer }
}

/** For an internal conference the opening itself is recorded. @param file digest of the file, where it was one */
export const recordOpening = async (
  actor: Actor,
  { classification }: Conference,
  contribution: Contribution,
  file?: string,
): Promise<void> => {
  if (classification !== 'internal') return
  await write(withoutClaim(actor), contribution.id, emit(actor, contributionOpened(contribution, file)))
}

/** The contribution with its texts, and the notes of its reviews for those they are meant for. */
export const openContribution = async (actor: Actor, at: Place) => {
  const { conference, contribution, versions, viewer } = await readVersions(actor, at)
  const all = await loadNotes(at.id, at.ctb)
  const notes = all.filter(({ toAuthor }) => viewer.seesAll || (toAuthor && isOwn(contribution, viewer)))
  await recordOpening(actor, conference, contribution)
  return { ...contribution, versions, notes }
}
