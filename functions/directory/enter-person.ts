// Enter a person: whoever a report does not name is entered by position.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { loadUnits, putPerson } from './entity.ts'
import { personEntered } from './events.ts'
import type { PersonInput, Post } from './persons.schema.ts'
import type { Person } from './stored.schema.ts'

/** @throws Problem `unit-unknown` naming the post whose unit the register does not have */
export const expectPosts = async (posts: readonly Post[]): Promise<void> => {
  const known = new Set((await loadUnits(posts.map(({ unitId }) => unitId))).map(({ id }) => id))
  const errors = posts.flatMap(({ unitId }, at) =>
    known.has(unitId) ? [] : [{ pointer: `/posts/${at}/unitId`, code: 'unit-unknown', message: unitId }],
  )
  if (errors.length > 0) throw new Problem('unit-unknown', { errors })
}

export const enterPerson = async (actor: Actor, input: PersonInput): Promise<Person> => {
  allow(actor, 'directory:write')
  await expectPosts(input.posts)
  const person: Person = { ...input, id: newId('prs'), version: 1 }
  await write(actor, person.id, ...putPerson(person), emit(actor, personEntered(person)))
  return person
}
