// What may become of an import, what its documents leave open, and which event tells which part of it. Pure.
import { bearsSecretStamp } from '#functions/conferences/secret.rules.ts'
import { type FieldError, Problem, wrongField } from '#functions/shared/problem.ts'
import { dayOf, startOf } from './held.rules.ts'
import { contradictionsOf, outcomesOf } from './outcomes.rules.ts'
import {
  bothKept,
  type Import,
  type ImportFacts,
  type ImportFlag,
  type ImportHead,
  type ImportInput,
  listNames,
  type Missing,
  type SettleInput,
  type Settlement,
} from './schema.ts'
import { isPageCounter, lacksDiacritics } from './spelling.rules.ts'

/** Every text of a value with the JSON pointer to it. */
const textsIn = (value: unknown, at = ''): (readonly [pointer: string, text: string])[] => {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${at}/${name}`))
}

const refuse = (slug: 'secret-grade-refused' | 'page-counter' | 'source-unknown', errors: FieldError[]) => {
  if (errors.length > 0) throw new Problem(slug, { errors })
}

const errorsAt = (code: string, found: readonly (readonly [pointer: string, text: string])[]): FieldError[] =>
  found.map(([pointer, message]) => ({ pointer, code, message }))

/** @throws Problem `secret-grade-refused`: such matter may not be on a networked system */
const expectNoSecret = (input: ImportInput): ImportFacts['classification'] => {
  refuse(
    'secret-grade-refused',
    errorsAt(
      'secret-grade-refused',
      textsIn(input).filter(([, text]) => bearsSecretStamp(text)),
    ),
  )
  const { classification } = input
  if (classification === 'public' || classification === 'internal') return classification
  throw wrongField('secret-grade-refused', '/classification', classification)
}

/** @throws Problem `source-unknown` naming each entry whose source is not in the list */
const expectSources = (input: ImportInput): void => {
  const known = new Set(input.sources.map(({ key }) => key))
  const wrong = listNames.flatMap((name) =>
    input[name].flatMap((entry, at) =>
      'from' in entry && !known.has(entry.from.source)
        ? [[`/${name}/${at}/from/source`, entry.from.source] as const]
        : [],
    ),
  )
  refuse('source-unknown', errorsAt('source-unknown', wrong))
}

/** @throws Problem `citation-unknown` naming the first directive that rests on no citation of this import */
const expectCited = ({ directives, citations }: ImportInput): void => {
  const known = new Set(citations.map(({ key }) => key))
  directives.forEach((directive, at) => {
    const place = directive.citations.findIndex((key) => !known.has(key))
    const missing = directive.citations[place]
    if (missing) throw wrongField('citation-unknown', `/directives/${at}/citations/${place}`, missing)
  })
}

/** A conference that is yet to come is scheduled, not entered from documents. @throws Problem `held-later` */
const expectPast = ({ heldOn }: ImportInput, today: string): void => {
  const day = dayOf(heldOn)
  if (day && day > today) throw wrongField('held-later', '/heldOn/value', heldOn.value ?? '')
}

/**
 * @param today the civil day
 * @throws Problem `secret-grade-refused`, `source-unknown`, `citation-unknown`, `page-counter`, `held-later`
 */
export const expectSound = (input: ImportInput, today: string): ImportFacts['classification'] => {
  const classification = expectNoSecret(input)
  expectSources(input)
  expectCited(input)
  const counters = input.figures.flatMap(({ subject }, at) =>
    isPageCounter(subject) ? [[`/figures/${at}/subject`, subject] as const] : [],
  )
  refuse('page-counter', errorsAt('page-counter', counters))
  expectPast(input, today)
  return classification
}

const singles = ['title', 'hostUnitId', 'level', 'form', 'classification', 'venue', 'heldOn'] as const

/** The parts an import is told in: each of its fields, each entry of its lists. */
const partsOf = (facts: ImportFacts): Map<string, string> =>
  new Map([
    ...singles.map((name) => [name, JSON.stringify(facts[name] ?? null)] as const),
    ...listNames.flatMap((name) =>
      facts[name].map((entry) => [`${name} ${entry.key}`, JSON.stringify(entry)] as const),
    ),
  ])

/** What was told before in the same words stays told by its event; all else is told by the new one. */
const toldBy = (before: Pick<Import, 'facts' | 'told'> | undefined, facts: ImportFacts, event: string) => {
  const earlier = before ? partsOf(before.facts) : new Map<string, string>()
  return Object.fromEntries(
    [...partsOf(facts)].map(([part, content]) => {
      const kept = earlier.get(part) === content ? before?.told[part] : undefined
      return [part, kept ?? event]
    }),
  )
}

type Made = { tail: string; by: Import['by']; at: string; event: string }

export const newImport = (facts: ImportFacts, { tail, by, at, event }: Made): Import => ({
  id: `imp_${tail}`,
  conferenceId: `cnf_${tail}`,
  state: 'draft',
  facts,
  told: toldBy(undefined, facts, event),
  settlements: [],
  by,
  at,
  version: 1,
})

/** @throws Problem `import-state` naming where it stands */
export const expectState = ({ state }: Import, ...states: Import['state'][]): void => {
  if (!states.includes(state)) throw new Problem('import-state', { detail: state })
}

const next = (made: Import, change: Partial<Import>): Import => ({
  ...made,
  ...change,
  version: made.version + 1,
})

/** @throws Problem `import-state` */
export const edited = (made: Import, facts: ImportFacts, event: string): Import => {
  expectState(made, 'draft')
  return next(made, { facts, told: toldBy(made, facts, event) })
}

/** @throws Problem `import-state` */
export const withdrawn = (made: Import, taken: NonNullable<Import['withdrawn']>): Import => {
  expectState(made, 'draft')
  return next(made, { state: 'withdrawn', withdrawn: taken })
}

/** @throws Problem `import-state`, `not-found` for what no sources give differently, `choice-unknown` */
export const settled = (
  made: Import,
  { subject, chosen, reason }: SettleInput,
  by: Pick<Settlement, 'by' | 'at' | 'event'>,
): Import => {
  expectState(made, 'draft')
  const open = contradictionsOf(made).find((one) => one.subject === subject)
  if (!open) throw new Problem('not-found')
  const { statements } = open
  if (chosen !== bothKept && !statements.some(({ source }) => source === chosen))
    throw wrongField('choice-unknown', '/chosen', chosen)
  return next(made, { settlements: [...made.settlements, { subject, chosen, reason, ...by, statements }] })
}

/** @throws Problem `import-state`, `disagreement-unsettled` */
export const expectSealable = (made: Import): void => {
  expectState(made, 'draft')
  const open = unsettledOf(made)
  if (open > 0) throw new Problem('disagreement-unsettled', { detail: String(open) })
}

export const frozen = (made: Import, as: NonNullable<Import['frozen']>): Import =>
  next(made, { state: 'frozen', frozen: as })

export const sealed = (made: Import, seal: NonNullable<Import['seal']>): Import => {
  expectState(made, 'frozen')
  return next(made, { state: 'sealed', seal })
}

const unsettledOf = (made: Import): number => contradictionsOf(made).filter(({ settled }) => !settled).length

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

/** A line of the list. */
export const headOf = (made: Import): ImportHead => {
  const { id, state, at, by, seal, version, facts } = made
  const { title, hostUnitId, heldOn } = facts
  return {
    id,
    state,
    at,
    by,
    version,
    title,
    hostUnitId,
    heldOn,
    missing: missingOf(facts),
    startsAt: startOf(heldOn),
    unsettled: unsettledOf(made),
    ...(seal ? { seal } : {}),
  }
}
