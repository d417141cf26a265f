// Who reported, spoke and concluded at a past conference, and what is told of their words. Pure.
import { byPrecedence } from '#functions/directory/precedence.rules.ts'
import type { From, Import, ImportFacts, PersonRole } from './schema.ts'
import type { Saying } from './sentences.rules.ts'
import { evenTones } from './spelling.rules.ts'
import { type Known, personWords, set } from './words.rules.ts'

const of = (name: string, { key, from }: { key: string; from: From }) => ({ parts: [`${name} ${key}`], from })

type Person = ImportFacts['persons'][number]

const hasAny = ({ roles }: Person, wanted: readonly PersonRole[]) =>
  roles.some((role) => wanted.includes(role))

/** By precedence: Party title, State title, rank, name. */
export const ranked = ({ facts }: Import, known: Known, isMeant: (person: Person) => boolean) =>
  facts.persons
    .filter(isMeant)
    .toSorted((a, b) =>
      byPrecedence(known.persons.get(a.personId) ?? {}, known.persons.get(b.personId) ?? {}),
    )

const acts = {
  report: 'trình bày báo cáo',
  direction: 'phát biểu chỉ đạo Hội nghị',
  speech: 'phát biểu tại Hội nghị',
  conclusion: 'kết luận Hội nghị',
} as const

type Part = 'report' | 'speech' | 'conclusion'
type Role = keyof typeof acts

const paragraphsOf = ({ facts }: Import, part: Part, by: string | undefined): Saying[] =>
  facts.paragraphs
    .filter((paragraph) => paragraph.part === part && paragraph.by === by)
    .map((paragraph) => ({ text: evenTones(paragraph.text), ...of('paragraphs', paragraph) }))

/** Whoever is said to have acted so; and whose words are told of it, though nobody says so of them. */
const actorsOf = (made: Import, known: Known, part: Part, role: Role, roles: readonly Role[]) =>
  ranked(
    made,
    known,
    (person) =>
      person.roles.includes(role) ||
      (role === part && !hasAny(person, roles) && paragraphsOf(made, part, person.key).length > 0),
  )

/** Who acted, by precedence, each followed by what is told of their words, once; then what is nobody's. */
export const actsOf = (made: Import, known: Known, part: Part, ...roles: Role[]): Saying[] => [
  ...roles.flatMap((role, at) =>
    actorsOf(made, known, part, role, roles).flatMap((person) => [
      { text: `Đồng chí ${set(personWords(person, known))} ${acts[role]}.`, ...of('persons', person) },
      ...(hasAny(person, roles.slice(0, at)) ? [] : paragraphsOf(made, part, person.key)),
    ]),
  ),
  ...paragraphsOf(made, part, undefined),
]
