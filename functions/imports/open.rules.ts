// What documents leave open: of the conference, and of every entry. Pure.
import { textsIn } from './checks.rules.ts'
import { outcomesOf } from './outcomes.rules.ts'
import type { Import, ImportFacts } from './schema.ts'
import { lacksDiacritics } from './spelling.rules.ts'
import type { ImportFlag, Missing } from './views.schema.ts'

/** What the documents leave open of the conference itself. */
export const missingOf = ({ title, heldOn, persons, venue, level }: ImportFacts): Missing[] => {
  const isMissing: [Missing, boolean][] = [
    ['title', title.length === 0],
    ['date', heldOn.precision === 'unknown'],
    ['chair', !persons.some(({ roles }) => roles.includes('chair'))],
    ['venue', venue === undefined],
    ['level', level === undefined],
  ]
  return isMissing.flatMap(([part, so]) => (so ? [part] : []))
}

const plurals = [
  ['directive', 'directives'],
  ['commendation', 'commendations'],
  ['figure', 'figures'],
  ['citation', 'citations'],
] as const

const sourceFlags = ({ sources }: ImportFacts): ImportFlag[] =>
  sources.flatMap(({ publisher, publishedOn }, at): ImportFlag[] => [
    ...(publisher === undefined ? [{ pointer: `/sources/${at}`, flag: 'publisher-missing' as const }] : []),
    ...(publishedOn === undefined ? [{ pointer: `/sources/${at}`, flag: 'published-missing' as const }] : []),
  ])

/** What is not known, or not right, about single entries. */
export const flagsOf = (made: Import): ImportFlag[] => [
  ...sourceFlags(made.facts),
  ...textsIn(made.facts).flatMap(([pointer, text]): ImportFlag[] =>
    pointer.endsWith('/url') || !lacksDiacritics(text) ? [] : [{ pointer, flag: 'diacritics-missing' }],
  ),
  ...plurals.flatMap(([kind, plural]) =>
    outcomesOf(made, kind).flatMap(({ flags }, at) =>
      flags.map((flag): ImportFlag => ({ pointer: `/${plural}/${at}`, flag })),
    ),
  ),
]
