// What the register of units announces, in the directory's log. Pure.
import type { Absorbing, Ending, Moving, Renaming } from './schema.ts'
import type { Unit } from './stored.schema.ts'

const about = ({ id }: Unit) => ({ scope: 'directory', subject: id })

/** A unit that the register did not have. */
export const unitEntered = (unit: Unit) => ({
  ...about(unit),
  name: 'unit.entered' as const,
  data: { type: unit.type, parent: unit.parent, names: unit.names, validFrom: unit.validFrom },
})

/** It bears another name from a day on. */
export const unitRenamed = (unit: Unit, { from }: Renaming) => ({
  ...about(unit),
  name: 'unit.renamed' as const,
  data: { from, name: unit.names.at(-1)?.name, before: unit.names.at(-2)?.name },
})

/** It is of another type, or belongs to another unit, from a day on. */
export const unitMoved = (unit: Unit, { from, type, parent }: Moving) => ({
  ...about(unit),
  name: 'unit.moved' as const,
  data: { from, type, parent },
})

/** It stands no longer. */
export const unitEnded = (unit: Unit, { lastDay, successors }: Ending) => ({
  ...about(unit),
  name: 'unit.ended' as const,
  data: { lastDay, successors },
})

/** Others were merged into it. */
export const unitsMerged = (into: Unit, { units, on }: Absorbing) => ({
  ...about(into),
  name: 'units.merged' as const,
  data: { on, units: units.map(({ id }) => id) },
})

/** What stood of it was wrong: before and after in full, for nobody can tell the mistake from the date. */
export const unitCorrected = (after: Unit, before: Unit) => ({
  ...about(after),
  name: 'unit.corrected' as const,
  data: { before, after },
})

/** A file of units took effect, all at once: the file itself is kept under its digest. */
export const unitsImported = (jobId: string, told: { digest: string; added: number; changed: number }) => ({
  scope: 'directory',
  subject: jobId,
  name: 'units.imported' as const,
  data: told,
})
