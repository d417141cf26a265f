// What the directory announces.
import type { Person } from './stored.schema.ts'

/** Units of the seed were entered or brought up to date. */
export const unitsSeeded = (units: readonly { id: string }[]) => ({
  name: 'units.seeded' as const,
  scope: 'directory',
  subject: 'units',
  data: { unitIds: units.map(({ id }) => id) },
})

const facts = ({ name, rank, partyTitle, stateTitle, role, held, posts }: Person) => ({
  name,
  rank,
  partyTitle,
  stateTitle,
  role,
  held,
  posts,
})

/** A person was entered, by name or by position. */
export const personEntered = (person: Person) => ({
  name: 'person.entered' as const,
  scope: 'directory',
  subject: person.id,
  data: facts(person),
})

/** A person's entry was edited: how it is now. */
export const personEdited = (person: Person) => ({
  name: 'person.edited' as const,
  scope: 'directory',
  subject: person.id,
  data: { ...facts(person), version: person.version },
})

/** An entry was found to be the same person as another, which stands for both from now on. */
export const personMerged = (duplicate: Person, survivor: Person, reason: string) => ({
  name: 'person.merged' as const,
  scope: 'directory',
  subject: duplicate.id,
  data: { into: survivor.id, reason, duplicate: facts(duplicate) },
})

/** A merge was taken back. */
export const personSeparated = (duplicate: Person, survivor: Person, reason: string) => ({
  name: 'person.separated' as const,
  scope: 'directory',
  subject: duplicate.id,
  data: { from: survivor.id, reason },
})

/** An entry was made by mistake: it is found and used no more. */
export const personWithdrawn = ({ id }: Person, reason: string) => ({
  name: 'person.withdrawn' as const,
  scope: 'directory',
  subject: id,
  data: { reason },
})

/** A withdrawn entry stands again. */
export const personRestored = ({ id }: Person, reason: string) => ({
  name: 'person.restored' as const,
  scope: 'directory',
  subject: id,
  data: { reason },
})

/** An account may act as this person from now on. */
export const accountLinked = ({ id }: Person, sub: string) => ({
  name: 'account.linked' as const,
  scope: 'directory',
  subject: id,
  data: { sub },
})
