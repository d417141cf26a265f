// Who leads and who writes: whom the conference names, else who holds the role in it.
import type { Titled } from '#functions/conferences/persons.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadPersons } from '#functions/directory/entity.ts'
import { formalName } from '#functions/directory/rules.ts'
import { holderKey, loadGrantsOf } from '#functions/grants/entity.ts'
import { Holder } from '#functions/grants/schema.ts'
import { loadMany } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { Role } from './facts.rules.ts'

/** How records of a civil day name the holders of accounts. */
export const holdersOf = async (subs: string[], day: string): Promise<Map<string, Role>> => {
  const holders = await loadMany([...new Set(subs)].map(holderKey), Holder)
  const persons = await loadPersons(
    holders.map(({ personId }) => personId),
    day,
  )
  const formal = new Map(persons.map((person) => [person.id, formalName(person)]))
  return new Map(
    holders.map(({ sub, personId, name }) => [sub, { sub, personId, name: formal.get(personId) ?? name }]),
  )
}

const named = (titled: readonly Titled[], holders: readonly Role[]): Role[] =>
  titled.map(({ personId, display }) => ({
    personId,
    name: display,
    sub: holders.find((holder) => holder.personId === personId)?.sub,
  }))

/** In the order in which the conference names them or the roles were given; a role ended before the start is none. */
export const rolesOf = async (conference: Conference) => {
  const { id, startsAt, startedAt = '', chairs, secretary } = conference
  const grants = (await loadGrantsOf(`conference:${id}`))
    .filter(({ validTo }) => !validTo || validTo > startedAt)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const held = await holdersOf(
    grants.map(({ sub }) => sub),
    civilDay(startsAt),
  )
  const withRole = (role: 'chair' | 'secretary'): Role[] => {
    const subs = new Set(grants.filter((grant) => grant.role === role).map(({ sub }) => sub))
    return [...subs].map((sub) => held.get(sub) ?? { sub, name: sub })
  }
  const [leading, writing] = [withRole('chair'), withRole('secretary')]
  return {
    chairs: chairs.length > 0 ? named(chairs, leading) : leading,
    secretaries: secretary ? named([secretary], writing) : writing,
  }
}
