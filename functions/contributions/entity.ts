// Contributions in the table: a small head each for lists; every text, and every note on it, an item of its own.
import { conferencePartition } from '#functions/conferences/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, page } from '#functions/shared/table.ts'
import { Contribution, ReviewNote, TextVersion } from './schema.ts'

const heads = (conferenceId: string) => `${conferencePartition(conferenceId)}#CONTRIBUTIONS`

const key = (conferenceId: string, id: string): Key => ({ pk: heads(conferenceId), sk: id })

export const contributionItem = (contribution: Contribution): Item & { version: number } => ({
  ...contribution,
  ...key(contribution.conferenceId, contribution.id),
  type: 'contribution',
})

const texts = (conferenceId: string, id: string) => `${conferencePartition(conferenceId)}#CONTRIBUTION#${id}`

const textKey = (number: number) => `TEXT#${String(number).padStart(6, '0')}`

export const textItem = (conferenceId: string, text: TextVersion): Item => ({
  ...text,
  pk: texts(conferenceId, text.contributionId),
  sk: textKey(text.number),
  type: 'contribution-text',
})

/** Undefined where the conference has no such contribution. */
export const findContribution = (conferenceId: string, id: string): Promise<Contribution | undefined> =>
  load(key(conferenceId, id), Contribution)

/** @throws Problem `not-found` */
export const loadContribution = async (conferenceId: string, id: string): Promise<Contribution> => {
  const contribution = await findContribution(conferenceId, id)
  if (!contribution) throw new Problem('not-found')
  return contribution
}

export const noteItem = (conferenceId: string, note: ReviewNote): Item => ({
  ...note,
  pk: texts(conferenceId, note.contributionId),
  sk: `NOTE#${note.id}`,
  type: 'contribution-note',
})

/** Every text handed in, oldest first. */
export const loadTexts = (conferenceId: string, id: string): Promise<TextVersion[]> =>
  all({ pk: texts(conferenceId, id), begins: 'TEXT#' }, TextVersion)

/** Every note of its reviews, oldest first. */
export const loadNotes = (conferenceId: string, id: string): Promise<ReviewNote[]> =>
  all({ pk: texts(conferenceId, id), begins: 'NOTE#' }, ReviewNote)

/** The heads of all contributions of a conference. */
export const loadContributions = (conferenceId: string): Promise<Contribution[]> =>
  all({ pk: heads(conferenceId) }, Contribution)

/** Contributions after an id, in the order of their submission. */
export const pageOfContributions = (conferenceId: string, after: string | undefined, limit: number) =>
  page({ pk: heads(conferenceId), limit, after: after ? key(conferenceId, after) : undefined }, Contribution)
