// Edit a person's entry: the document as a whole, from the version that was read.
import { allow } from '#functions/grants/allow.ts'
import { renamedHolder } from '#functions/grants/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { expectPosts } from './enter-person.ts'
import { loadEntry, personItem } from './entity.ts'
import { personEdited } from './events.ts'
import { dayOr } from './find-persons.ts'
import { editedPerson, expectStanding } from './merge.rules.ts'
import { putWords } from './person-words.ts'
import { formalNameOn } from './persons.rules.ts'
import type { PersonInput } from './persons.schema.ts'
import type { Person } from './stored.schema.ts'

/** The account acts under its person's name as it is now. */
export const nameAccount = (person: Person): Operation[] =>
  person.sub
    ? [renamedHolder({ sub: person.sub, personId: person.id, name: formalNameOn(person, dayOr(undefined)) })]
    : []

/**
 * @param version the one the editor read
 * @throws Problem `stale-version`, `unit-unknown`, `person-merged`, `person-withdrawn`
 */
export const editPerson = async (actor: Actor, id: string, version: number, input: PersonInput) => {
  allow(actor, 'directory:write')
  const current = await loadEntry(id)
  expectVersion(current.version, version)
  expectStanding(current)
  await expectPosts(input.posts)
  const next = editedPerson(current, input)
  try {
    await write(
      actor,
      id,
      putNext(personItem(next)),
      ...putWords(next, current),
      ...nameAccount(next),
      emit(actor, personEdited(next)),
    )
  } catch (error) {
    throw error instanceof Stale ? new Problem('stale-version') : error
  }
  return next
}
