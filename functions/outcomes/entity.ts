// Outcomes in the table: each an item of its own under its conference, by kind and in order of entry.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { conferencePartition } from '#functions/conferences/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany, type Operation, putNext } from '#functions/shared/table.ts'
import { Outcome, type OutcomeKind, type OutcomeOf, prefixOf } from './schema.ts'

const partition = (conferenceId: string) => `${conferencePartition(conferenceId)}#OUTCOMES`

const outcomeKey = (conferenceId: string, id: string): Key => ({ pk: partition(conferenceId), sk: id })

export const outcomeItem = (outcome: Outcome): Item & { version: number } => ({
  ...outcome,
  ...outcomeKey(outcome.conferenceId, outcome.id),
  type: 'outcome',
})

/** @throws Problem `not-found` */
export const loadOutcome = async <K extends OutcomeKind>(
  conferenceId: string,
  kind: K,
  id: string,
): Promise<OutcomeOf<K>> => {
  const outcome = await load(outcomeKey(conferenceId, id), Outcome)
  if (outcome?.kind !== kind) throw new Problem('not-found')
  return outcome as OutcomeOf<K>
}

/** All of a kind, in order of entry, what was taken back included. */
export const loadOutcomes = async <K extends OutcomeKind>(
  conferenceId: string,
  kind: K,
): Promise<OutcomeOf<K>[]> =>
  (await all({ pk: partition(conferenceId), begins: `${prefixOf(kind)}_` }, Outcome)) as OutcomeOf<K>[]

/** Directives by where they are, in no order. */
export const loadDirectives = async (
  at: readonly { conferenceId: string; directiveId: string }[],
): Promise<OutcomeOf<'directive'>[]> => {
  const keys = at.map(({ conferenceId, directiveId }) => outcomeKey(conferenceId, directiveId))
  const found = await loadMany(keys, Outcome)
  return found.filter((one) => one.kind === 'directive')
}

/** A name for what entries speak of: short, and the same wherever it is said. */
export const subjectId = (kind: OutcomeKind, subject: string): string =>
  `${prefixOf(kind)}_${createHash('sha256').update(subject).digest('hex').slice(0, 26)}`

const Turn = z.object({ version: z.number() })

/**
 * Entries on one subject take turns: of two sources entered at the same moment neither would see the other,
 * and a contradiction would stay unseen.
 */
export const takeTurn = async (conferenceId: string, id: string): Promise<Operation> => {
  const key = { pk: partition(conferenceId), sk: `SUBJECT#${id}` }
  const before = await load(key, Turn)
  return putNext({ ...key, type: 'outcome-subject', version: (before?.version ?? 0) + 1 })
}
