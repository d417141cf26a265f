// Find persons by words of their names and titles; without a word, those entered last.
import { now } from '#functions/shared/clock.ts'
import { civilDay } from '#functions/shared/time.ts'
import { loadPersonPage, loadPersonsNamed, loadSurvivors } from './entity.ts'
import { candidatesFor, rankedPersons, wordsIn } from './find-persons.rules.ts'
import { idsWithWords } from './person-words.ts'
import { shownPerson } from './persons.rules.ts'
import type { PersonQuery } from './persons.schema.ts'
import type { Person } from './stored.schema.ts'

/** So many of those found are loaded and put in order. */
const rankedMost = 300

/** More words than these tell nothing new. */
const askedMost = 8

export const dayOr = (on: string | undefined): string => on ?? civilDay(now().toISOString())

type Asked = Pick<PersonQuery, 'limit' | 'withdrawn' | 'on'>

/** The best matches for words; `total` counts all that were found. */
export const searchPersons = async (q: string, { limit, withdrawn, on }: Asked) => {
  const words = wordsIn(q).slice(0, askedMost)
  const ids = words.length > 0 ? await idsWithWords(words) : []
  const loaded = await loadSurvivors(ids.slice(0, rankedMost))
  const found = loaded.filter((person) => withdrawn === 'true' || !person.withdrawn)
  const day = dayOr(on)
  const items = rankedPersons(found, q, day).slice(0, limit)
  const total = found.length + Math.max(0, ids.length - rankedMost)
  return { items: items.map((person) => shownPerson(person, day)), total }
}

/** A page of the whole register, entered last first. Pages may be short: merged and mistaken entries are left out. */
export const listPersons = async ({ limit, withdrawn, on }: Asked, before: string | undefined) => {
  const { items, next } = await loadPersonPage(before, limit)
  const standing = items.filter(
    ({ merged, ...person }) => !merged && (withdrawn === 'true' || !person.withdrawn),
  )
  return { items: standing.map((person) => shownPerson(person, dayOr(on))), next }
}

/** Entries that may be the same person: they bear the same name. */
export const findDuplicates = async (person: Person) => {
  const others = person.name ? await loadPersonsNamed([person.name]) : []
  const day = dayOr(undefined)
  return candidatesFor(
    person,
    others.filter(({ withdrawn }) => !withdrawn),
  ).map(({ person: other, because }) => ({ person: shownPerson(other, day), because }))
}
