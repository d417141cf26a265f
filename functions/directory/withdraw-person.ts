// Withdraw an entry made by mistake, and take that back: it stays readable, and says who withdrew it and why.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadEntry, personItem } from './entity.ts'
import { personRestored, personWithdrawn } from './events.ts'
import { expectStanding } from './merge.rules.ts'
import type { Person } from './stored.schema.ts'

/** @throws Problem `person-withdrawn`, `person-merged`; `account-linked` while an account acts as this person */
export const withdrawPerson = async (actor: Actor, id: string, reason: string): Promise<Person> => {
  allow(actor, 'directory:write')
  const current = await loadEntry(id)
  expectStanding(current)
  if (current.sub) throw new Problem('account-linked')
  const withdrawn = { at: now().toISOString(), by: actor.sub, reason }
  const next = { ...current, withdrawn, version: current.version + 1 }
  await write(actor, id, putNext(personItem(next)), emit(actor, personWithdrawn(next, reason)))
  return next
}

/** @throws Problem `person-standing` when it is not withdrawn */
export const restorePerson = async (actor: Actor, id: string, reason: string): Promise<Person> => {
  allow(actor, 'directory:write')
  const { withdrawn, ...current } = await loadEntry(id)
  if (!withdrawn) throw new Problem('person-standing')
  const next = { ...current, version: current.version + 1 }
  await write(actor, id, putNext(personItem(next)), emit(actor, personRestored(next, reason)))
  return next
}
