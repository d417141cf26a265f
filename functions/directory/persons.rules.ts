// How persons are named in records, in which order lists name them, and how they are found. Pure.
import { fold } from '#functions/shared/text.ts'
import { byPrecedence } from './precedence.rules.ts'
import { bestOf, formalName } from './rules.ts'
import type { ShownPerson } from './schema.ts'
import type { Person } from './stored.schema.ts'

export const shownPerson = ({ sub, ...person }: Person): ShownPerson => ({
  ...person,
  formalName: formalName(person),
  hasAccount: sub !== undefined,
})

/** Persons whose formal name answers a query; best matches first, then by precedence. */
export const searchPersons = (persons: readonly Person[], q?: string): Person[] => {
  const query = fold(q ?? '')
  return persons
    .flatMap((person) => {
      const rank = query ? bestOf([person.name ?? '', formalName(person)], query)?.rank : 0
      return rank === undefined ? [] : [{ rank, person }]
    })
    .toSorted((a, b) => a.rank - b.rank || byPrecedence(a.person, b.person))
    .map(({ person }) => person)
}
