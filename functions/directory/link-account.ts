// Link an account to a person: from then on the account acts under that name, and roles can be given to it.
import { allow } from '#functions/grants/allow.ts'
import { forgetStanding, holderItem, loadStanding } from '#functions/grants/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadEntry, personItem } from './entity.ts'
import { accountLinked } from './events.ts'
import { dayOr } from './find-persons.ts'
import { expectStanding } from './merge.rules.ts'
import { formalNameOn } from './persons.rules.ts'
import type { Person } from './stored.schema.ts'

/**
 * @param sub the subject of the account's tokens
 * @throws Problem `account-linked` when either side is linked already; `person-merged`, `person-withdrawn`
 */
export const linkAccount = async (actor: Actor, id: string, sub: string): Promise<Person> => {
  allow(actor, 'accounts:link')
  const [current, standing] = await Promise.all([loadEntry(id), loadStanding(sub)])
  expectStanding(current)
  if (current.sub || standing.holder) throw new Problem('account-linked')
  const next: Person = { ...current, sub, version: current.version + 1 }
  const holder = holderItem({ sub, personId: id, name: formalNameOn(next, dayOr(undefined)) })
  await write(actor, id, putNext(personItem(next)), putNew(holder), emit(actor, accountLinked(next, sub)))
  forgetStanding(sub)
  return next
}
