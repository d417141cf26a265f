// Say that two entries are one person, and take that back: an event each, and the merged id keeps leading to the other.
import { allow } from '#functions/grants/allow.ts'
import { forgetStanding } from '#functions/grants/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { nameAccount } from './edit-person.ts'
import { findPerson, loadEntry, loadPerson, personItem } from './entity.ts'
import { personMerged, personSeparated } from './events.ts'
import { mergePersons, separatePersons } from './merge.rules.ts'
import { putWords } from './person-words.ts'
import type { MergeInput } from './persons.schema.ts'
import type { Person } from './stored.schema.ts'

/**
 * A merge into an entry that was itself merged goes to the one that stands; those already one stay so, unwritten.
 * @throws Problem `person-unknown`, `person-withdrawn`, `account-linked`
 */
export const mergePerson = async (
  actor: Actor,
  id: string,
  { into, reason }: MergeInput,
): Promise<Person> => {
  allow(actor, 'directory:write')
  const [duplicate, target] = await Promise.all([loadPerson(id), findPerson(into)])
  if (!target) throw wrongField('person-unknown', '/into', into)
  const survivor = await loadEntry(target.id)
  if (duplicate.id === survivor.id) return survivor
  const merged = mergePersons(duplicate, survivor, { at: now().toISOString(), by: actor.sub, reason })
  await write(
    actor,
    merged.survivor.id,
    putNext(personItem(merged.duplicate)),
    putNext(personItem(merged.survivor)),
    ...putWords(merged.survivor),
    ...nameAccount(merged.survivor),
    emit(actor, personMerged(duplicate, merged.survivor, reason)),
  )
  if (merged.survivor.sub) forgetStanding(merged.survivor.sub)
  return merged.survivor
}

/** @throws Problem `person-separate`, `person-merged` */
export const separatePerson = async (actor: Actor, id: string, reason: string): Promise<Person> => {
  allow(actor, 'directory:write')
  const current = await loadEntry(id)
  if (!current.merged) throw new Problem('person-separate')
  const other = await loadEntry(current.merged.into)
  const { duplicate, survivor } = separatePersons(current, other)
  await write(
    actor,
    id,
    putNext(personItem(duplicate)),
    putNext(personItem(survivor)),
    ...putWords(duplicate),
    ...nameAccount(duplicate),
    emit(actor, personSeparated(duplicate, survivor, reason)),
  )
  if (duplicate.sub) forgetStanding(duplicate.sub)
  return duplicate
}
