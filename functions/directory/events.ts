// What the directory announces.
import type { Person } from './stored.schema.ts'

/** Units of the seed were entered or brought up to date. */
export const unitsSeeded = (units: readonly { id: string }[]) => ({
  name: 'units.seeded' as const,
  scope: 'directory',
  subject: 'units',
  data: { unitIds: units.map(({ id }) => id) },
})

/** A person was entered, by name or by position. */
export const personEntered = ({ id, name, rank, partyTitle, stateTitle, posts }: Person) => ({
  name: 'person.entered' as const,
  scope: 'directory',
  subject: id,
  data: { name, rank, partyTitle, stateTitle, posts },
})

/** An account may act as this person from now on. */
export const accountLinked = ({ id }: Person, sub: string) => ({
  name: 'account.linked' as const,
  scope: 'directory',
  subject: id,
  data: { sub },
})
