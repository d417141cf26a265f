// How persons are found by words of their names and titles, without diacritics; and who may be the same person. Pure.
import { fold } from '#functions/shared/text.ts'
import { everyText, formalNameOn, identityOn } from './persons.rules.ts'
import { byPrecedence } from './precedence.rules.ts'
import { bestOf } from './rules.ts'
import type { Person } from './stored.schema.ts'

/** A person is found by so many words at most: the name's first, then those of titles. */
const wordsMost = 40

/** The folded words of a text, each once. */
export const wordsIn = (text: string): string[] => [...new Set(fold(text).match(/[a-z0-9]+/g) ?? [])]

/** The words a person is found by. */
export const wordsOf = (person: Person): string[] => wordsIn(everyText(person).join(' ')).slice(0, wordsMost)

/** Whether every word asked for begins one of the words. */
export const hasWords = (words: readonly string[], asked: readonly string[]): boolean =>
  asked.every((word) => words.some((one) => one.startsWith(word)))

/** How well somebody answers a query: 0 to 3 as for units, 4 when only all words are there. */
const rankOf = (person: Person, query: string, day: string): number =>
  bestOf([person.name ?? '', formalNameOn(person, day)], query)?.rank ?? 4

/** Best matches first, then by precedence on that civil day. */
export const rankedPersons = (persons: readonly Person[], q: string, day: string): Person[] => {
  const query = fold(q)
  return persons
    .map((person) => ({ person, rank: rankOf(person, query, day), called: identityOn(person, day) }))
    .toSorted((a, b) => a.rank - b.rank || byPrecedence(a.called, b.called))
    .map(({ person }) => person)
}

type Reason = 'name' | 'rank' | 'title' | 'unit'

const texts = (person: Person, parts: readonly string[]): string[] =>
  [person.rank, person.partyTitle, person.stateTitle]
    .filter((text, at) => text && parts.includes(['rank', 'partyTitle', 'stateTitle'][at] ?? ''))
    .concat(person.held.filter(({ part }) => parts.includes(part)).map(({ text }) => text))
    .map((text) => fold(text ?? ''))

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((text) => b.includes(text))

const unitsOf = ({ posts }: Person) => posts.map(({ unitId }) => unitId)

/** Why two entries may be one person: the same name, without diacritics; then what else they share. */
const reasons = (a: Person, b: Person): Reason[] => {
  if (!a.name || fold(a.name) !== fold(b.name ?? '')) return []
  const titles = ['partyTitle', 'stateTitle']
  return [
    'name',
    ...(share(texts(a, ['rank']), texts(b, ['rank'])) ? (['rank'] as const) : []),
    ...(share(texts(a, titles), texts(b, titles)) ? (['title'] as const) : []),
    ...(share(unitsOf(a), unitsOf(b)) ? (['unit'] as const) : []),
  ]
}

/** Entries that may be the same person, those that share most first. */
export const candidatesFor = (person: Person, others: readonly Person[]) =>
  others
    .filter(({ id }) => id !== person.id)
    .map((other) => ({ person: other, because: reasons(person, other) }))
    .filter(({ because }) => because.length > 0)
    .toSorted((a, b) => b.because.length - a.because.length || (a.person.id < b.person.id ? -1 : 1))
