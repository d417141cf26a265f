// Owners of a directive that were typed and are no units of the directory: which of them the conference knows. Pure.
import { fold } from '#functions/shared/text.ts'

type Unit = { unitId: string; name: string; shortName: string }
export type Suggestion = { unitId: string; name: string; part: string }

const partsOf = (owners: string): string[] =>
  owners.split(/[,;]|\s+và\s+/u).flatMap((part) => part.trim() || [])

/** Units of the conference that the words name, in full or short; none twice. */
export const unitsNamedIn = (owners: string, units: readonly Unit[]): Suggestion[] => {
  const found = new Map<string, Suggestion>()
  for (const part of partsOf(owners)) {
    const sought = fold(part)
    const unit = units.find(({ name, shortName }) => fold(name) === sought || fold(shortName) === sought)
    if (unit && !found.has(unit.unitId))
      found.set(unit.unitId, { unitId: unit.unitId, name: unit.name, part })
  }
  return [...found.values()]
}

/** The words without the part that a unit stands for by now. */
export const withoutPart = (owners: string, part: string): string =>
  partsOf(owners)
    .filter((one) => fold(one) !== fold(part))
    .join(', ')
