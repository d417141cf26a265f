// Whom and what an import names, from the directory: with the names, ranks and titles of the conference's day.
import { loadPersons, loadUnits } from '#functions/directory/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { civilDay } from '#functions/shared/time.ts'
import { dayOf } from './held.rules.ts'
import type { ImportFacts } from './schema.ts'
import { unitIdsIn } from './text.rules.ts'
import type { Known } from './words.rules.ts'

/** Of an unknown day only what somebody holds without dates is sure. */
const noDay = '0001-01-01'

export const knownTo = async (facts: ImportFacts): Promise<Known> => {
  const ids = facts.persons.map(({ personId }) => personId)
  const [persons, units] = await Promise.all([
    loadPersons(ids, dayOf(facts.heldOn) ?? noDay),
    loadUnits(unitIdsIn(facts)),
  ])
  const heirs = await loadUnits(units.flatMap(({ successors }) => successors.map(({ unit }) => unit)))
  return {
    persons: new Map(persons.map((person) => [person.id, person])),
    units: new Map([...heirs, ...units].map((unit) => [unit.id, unit])),
    today: civilDay(now().toISOString()),
  }
}
