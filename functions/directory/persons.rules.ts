// What a person was called and held on a day, and in which form records name them. Pure.
import type { Identity, ShownPerson } from './persons.schema.ts'
import { formalName } from './rules.ts'
import { heldParts, type Person } from './stored.schema.ts'

type Part = (typeof heldParts)[number]
type Spell = { from?: string | undefined; to?: string | undefined }

const covers = ({ from, to }: Spell, day: string): boolean => (!from || from <= day) && (!to || day <= to)

/** Of several that overlap, the one that began last. */
const latest = <T extends Spell>(spells: readonly T[]): T | undefined =>
  spells.reduce<T | undefined>(
    (best, spell) => (best && (best.from ?? '') > (spell.from ?? '') ? best : spell),
    undefined,
  )

const partOn = (person: Person, part: Part, day: string): string | undefined =>
  latest(person.held.filter((spell) => spell.part === part && covers(spell, day)))?.text ?? person[part]

/**
 * Name, rank and titles on a civil day (`2022-11-23`). A dated rank or title goes before one whose dates nobody told;
 * that one counts on the days no dated one covers.
 */
export const identityOn = (person: Person, day: string): Identity => {
  const parts = heldParts.map((part) => [part, partOn(person, part, day)] as const)
  return {
    ...(person.name ? { name: person.name } : {}),
    ...Object.fromEntries(parts.filter(([, text]) => text)),
  }
}

/** The posts held on a civil day, the first and the last day included. */
export const postsOn = ({ posts }: Pick<Person, 'posts'>, day: string) =>
  posts.filter((post) => covers(post, day))

/** The person with rank and titles as they were on a civil day: what other contexts read. */
export const personOn = (person: Person, day: string): Person => {
  const { rank: _r, partyTitle: _p, stateTitle: _s, role: _o, ...rest } = person
  return { ...rest, ...identityOn(person, day) }
}

/** The form in which records of that civil day name a person. */
export const formalNameOn = (person: Person, day: string): string => formalName(identityOn(person, day))

/** Every form of somebody's name and titles, of any time: what a search finds. */
export const everyText = (person: Person): string[] => [
  ...[person.name, person.rank, person.partyTitle, person.stateTitle, person.role].filter(
    (text) => text !== undefined,
  ),
  ...person.held.map(({ text }) => text),
  ...person.posts.map(({ title }) => title),
]

/** A person as answered, as of a civil day. */
export const shownPerson = ({ sub, ...person }: Person, day: string): ShownPerson => {
  const called = identityOn(person, day)
  const name = formalName(called)
  return {
    ...person,
    formalName: name,
    hasAccount: sub !== undefined,
    on: { day, ...called, formalName: name },
  }
}
