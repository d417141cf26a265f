// What is told of an import, in the log of the conference it is about: whole, for the record rests on nothing else.
import type { Attestation, Seal } from '#functions/minutes/schema.ts'
import type { Import, SettleInput } from './schema.ts'

const announce = <N extends `${string}.${string}`>(
  name: N,
  { id, conferenceId }: Import,
  data: Record<string, unknown>,
) => ({ name, scope: conferenceId, subject: id, data })

export const importDrafted = (made: Import) => announce('import.drafted', made, { facts: made.facts })

export const importEdited = (made: Import) => announce('import.edited', made, { facts: made.facts })

export const importSettled = (made: Import, settlement: SettleInput) =>
  announce('import.settled', made, { ...settlement })

export const importWithdrawn = (made: Import, reason: string) =>
  announce('import.withdrawn', made, { reason })

/** The text is fixed and attested: what the record holds from then on is this. */
export const importFrozen = (made: Import, { kid, signature, statement }: Attestation) =>
  announce('import.frozen', made, { kid, signature, statement })

/** It hangs on the chain. */
export const recordImported = (made: Import, seal: Seal) => announce('record.imported', made, { ...seal })
