// What a past conference brought about, through the readers of outcomes: each entry with the source that gives it. Pure.
import { newOutcome, shownOutcome } from '#functions/outcomes/rules.ts'
import { type Inputs, type Outcome, type OutcomeKind, prefixOf } from '#functions/outcomes/schema.ts'
import { agreeOn, statementsOn, subjectOf } from '#functions/outcomes/sources.rules.ts'
import { bothKept, type From, type Import, type ImportFacts, type Settlement } from './schema.ts'
import type { Contradiction } from './views.schema.ts'

/** How a record names a source: by its place in the list of sources, and where in it. */
export const sourceLabel = ({ sources }: Pick<ImportFacts, 'sources'>, { source, place }: From): string => {
  const number = sources.findIndex(({ key }) => key === source) + 1
  return `nguồn ${number}${place ? ` (${place})` : ''}`
}

const plural = {
  directive: 'directives',
  commendation: 'commendations',
  figure: 'figures',
  citation: 'citations',
} as const satisfies Record<OutcomeKind, keyof ImportFacts>

const idOf = (kind: OutcomeKind, key: string) => `${prefixOf(kind)}_${key}`

type Entry = { key: string; from: From }

/** An entry as the readers of outcomes take it. */
const inputOf = (kind: OutcomeKind, facts: ImportFacts, { key: _, from, ...entry }: Entry) => {
  const source = sourceLabel(facts, from)
  if (kind !== 'directive') return { ...entry, source }
  const { citations = [], ...directive } = entry as { citations?: string[] }
  return { ...directive, citationIds: citations.map((cited) => idOf('citation', cited)) }
}

const ofKind = (made: Import, kind: OutcomeKind): Outcome[] => {
  const { facts, told, conferenceId, by, at } = made
  const entries: readonly Entry[] = facts[plural[kind]]
  return entries.map((entry) =>
    newOutcome(kind, inputOf(kind, facts, entry) as Inputs[typeof kind], {
      id: idOf(kind, entry.key),
      conferenceId,
      by,
      at,
      event: told[`${plural[kind]} ${entry.key}`] ?? '',
    }),
  )
}

const nothingGone: ReadonlySet<string> = new Set()

/** Every outcome of a kind as minutes would write it, with what is not known of it, in the order of entry. */
export const outcomesOf = <K extends OutcomeKind>(made: Import, kind: K) =>
  ofKind(made, kind).map((outcome) => shownOutcome(outcome as Extract<Outcome, { kind: K }>, nothingGone))

const sameStatements = (one: Settlement['statements'], other: Settlement['statements']): boolean =>
  one.length === other.length &&
  one.every(({ source, text }, at) => source === other[at]?.source && text === other[at]?.text)

const settledBy = (
  settlements: readonly Settlement[],
  subject: string,
  statements: Settlement['statements'],
) => {
  const last = settlements.findLast((one) => one.subject === subject)
  if (!last || !sameStatements(last.statements, statements)) return {}
  const { subject: _, statements: __, ...settled } = last
  return { settled }
}

/** Kinds that sources may give differently. */
const comparable = ['commendation', 'figure'] as const

/** What sources of this import give differently, found anew from its entries, each with how it was settled. */
export const contradictionsOf = (made: Import): Contradiction[] =>
  comparable.flatMap((kind) => {
    const outcomes = ofKind(made, kind)
    const subjects = [...new Set(outcomes.flatMap((outcome) => subjectOf(outcome) ?? []))]
    return subjects
      .filter((subject) => !agreeOn(subject, outcomes))
      .map((subject): Contradiction => {
        const statements = statementsOn(subject, outcomes).map(({ source, text }) => ({ source, text }))
        return { subject, kind, statements, ...settledBy(made.settlements, subject, statements) }
      })
  })

/** Entries on what sources give differently that stand aside: those of sources that do not hold. */
export const setAside = (made: Import): ReadonlySet<string> => {
  const aside = contradictionsOf(made).flatMap(({ subject, kind, statements, settled }) => {
    const holds = settled && settled.chosen !== bothKept ? settled.chosen : statements[0]?.source
    return ofKind(made, kind)
      .filter((outcome) => subjectOf(outcome) === subject && 'source' in outcome && outcome.source !== holds)
      .map(({ id }) => id)
  })
  return new Set(aside)
}
