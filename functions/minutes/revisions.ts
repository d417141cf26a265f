// The wordings of a block: all of them, and any two compared word by word.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { paragraphDifferences } from '#functions/shared/differences.ts'
import { loadBlock, loadMinutes } from './entity.ts'
import { numbered, revisionsOf } from './revisions.rules.ts'
import type { Revision, RevisionComparison, RevisionPair } from './workflow.schema.ts'
import { loadRevisions } from './workflow-entity.ts'

type Place = { id: string; block: string }

/** @throws Problem `not-allowed`, `minutes-missing`, `not-found` */
export const readRevisions = async (actor: Actor, at: Place): Promise<Revision[]> => {
  await readConference(actor, at.id, 'minutes:read')
  const block = await loadBlock(await loadMinutes(at.id), at.block)
  return revisionsOf(block, await loadRevisions(at.id, at.block))
}

/** @throws Problem `not-found` for a wording there is not */
export const compareRevisions = async (
  actor: Actor,
  at: Place,
  pair: RevisionPair,
): Promise<RevisionComparison> => {
  const revisions = await readRevisions(actor, at)
  const { text: before, ...from } = numbered(revisions, pair.from)
  const { text: after, ...to } = numbered(revisions, pair.to)
  return { from, to, paragraphs: paragraphDifferences(before, after) }
}
