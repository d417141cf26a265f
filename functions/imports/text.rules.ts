// The text of a past conference's record, `diemcau-minutes/2` of kind `historical`: what the archivist attests. Pure.
import type * as z from 'zod'
import type { Horizon } from '#functions/minutes/schema.ts'
import type { MinutesText2 } from '#functions/minutes/text.schema.ts'
import { startOf } from './held.rules.ts'
import { missingOf } from './open.rules.ts'
import { contradictionsOf, outcomesOf } from './outcomes.rules.ts'
import type { Import, ImportFacts } from './schema.ts'
import { blocksOf } from './sentences.rules.ts'
import { type Known, personWords, unitWords } from './words.rules.ts'

export type HistoricalText = z.input<typeof MinutesText2>

/** Every unit an import names. */
export const unitIdsIn = ({ hostUnitId, directives }: ImportFacts): string[] => [
  ...new Set([hostUnitId, ...directives.flatMap(({ ownerUnitIds }) => ownerUnitIds)]),
]

/** The host first, then whoever carries on for it today, then the others: under each of them the record is found. */
const unitsOf = ({ facts }: Import, known: Known) => {
  const heirs = (known.units.get(facts.hostUnitId)?.successors ?? [])
    .filter(({ unit, on }) => on <= known.today && known.units.has(unit))
    .map(({ unit }) => unit)
  const ids = [...new Set([facts.hostUnitId, ...heirs, ...unitIdsIn(facts)])]
  return ids.map((id) => ({ id, name: unitWords(id, facts, known) }))
}

const outcomesIn = (made: Import, known: Known) => {
  const common = ({
    id,
    text,
    flags,
    event,
  }: {
    id: string
    text: string
    flags: string[]
    event: string
  }) => ({ id, text, flags, event })
  const citations = outcomesOf(made, 'citation')
  return {
    directives: outcomesOf(made, 'directive').map((directive) => ({
      ...common(directive),
      owners: [
        ...directive.ownerUnitIds.map((id) => unitWords(id, made.facts, known)),
        ...(directive.owners ? [directive.owners] : []),
      ],
      ...(directive.dueOn ? { dueOn: directive.dueOn } : {}),
      ...(directive.saidBy ? { saidBy: directive.saidBy } : {}),
      citations: citations
        .filter(({ id }) => directive.citationIds.includes(id))
        .flatMap(({ short }) => short ?? []),
    })),
    commendations: outcomesOf(made, 'commendation').map((award) => {
      const { source, awards, authorities, collectives, individuals } = award
      return { ...common(award), source, awards, authorities, collectives, individuals }
    }),
    figures: outcomesOf(made, 'figure').map((figure) => {
      const { source, quantity, unit, subject, period } = figure
      return { ...common(figure), source, quantity, unit, subject, period }
    }),
    citations: citations.map((cited) => ({ ...common(cited), source: cited.source, parts: cited.parts })),
  }
}

const disagreementsOf = (made: Import) =>
  contradictionsOf(made).map(({ subject, kind, statements, settled }) => ({
    subject,
    kind,
    statements,
    ...(settled ? { settled } : {}),
  }))

const personsOf = ({ facts }: Import, known: Known) => [
  ...new Map(
    facts.persons.map((person) => {
      const id = known.persons.get(person.personId)?.id ?? person.personId
      return [id, { id, name: personWords(person, known) }]
    }),
  ).values(),
]

/** @param events ids of every event up to the horizon, ascending */
export const historicalText = (
  made: Import,
  known: Known,
  { minutesId, horizon, events }: { minutesId: string; horizon: Horizon; events: readonly string[] },
): HistoricalText => {
  const { facts, conferenceId } = made
  const { title, hostUnitId, classification, form, venue, level, heldOn } = facts
  return {
    format: 'diemcau-minutes/2',
    kind: 'historical',
    id: minutesId,
    conference: {
      id: conferenceId,
      title,
      hostUnitId,
      classification,
      startsAt: startOf(heldOn),
      form,
      ...(venue ? { venue } : {}),
      ...(level ? { level } : {}),
    },
    heldOn,
    missing: missingOf(facts),
    sources: facts.sources.map(({ key, ...source }) => ({ id: key, ...source })),
    units: unitsOf(made, known),
    chairs: facts.persons
      .filter(({ roles }) => roles.includes('chair'))
      .map((person) => personWords(person, known)),
    secretaries: [],
    persons: personsOf(made, known),
    blocks: blocksOf(made, known),
    attendance: [],
    contributions: [],
    turns: [],
    outcomes: outcomesIn(made, known),
    disagreements: disagreementsOf(made),
    annexes: [],
    printed: true,
    horizon,
    events: [...events],
  }
}
