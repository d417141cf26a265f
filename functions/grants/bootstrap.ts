// The first administrator of a new home: once, and never again while the records last.
import { putPerson } from '#functions/directory/entity.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId, newUlid } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNew } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { firstAdministratorItem, holderItem, putGrant } from './entity.ts'
import { grantGiven } from './events.ts'
import { newGrant } from './rules.ts'
import type { Grant } from './schema.ts'

const bootstrapper = (): Actor => systemActor('bootstrap', `req_${newUlid()}`)

/**
 * Makes an account the first administrator, entered in the directory by position.
 * @param sub the subject of the account's tokens
 * @param name the position it is entered under, for example `Quản trị hệ thống`
 * @throws Problem `administrator-exists`
 */
export const bootstrapAdministrator = async (sub: string, name: string): Promise<Grant> => {
  const actor = bootstrapper()
  const person: Person = { id: newId('prs'), stateTitle: name, held: [], posts: [], sub, version: 1 }
  const input = { personId: person.id, role: 'administrator', scope: '*' } as const
  const grant = newGrant(newId('grt'), sub, input, { by: actor.sub, at: now().toISOString() })
  const made = [firstAdministratorItem(sub), holderItem({ sub, personId: person.id, name })]
  try {
    await write(
      actor,
      grant.id,
      ...made.map(putNew),
      ...putPerson(person),
      ...putGrant(grant),
      emit(actor, grantGiven(grant)),
    )
  } catch (error) {
    throw error instanceof Stale ? new Problem('administrator-exists') : error
  }
  return grant
}
