// Check that a sealed record is untouched: bytes, signatures, history, chain.
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { checksOf } from './checks.ts'
import { loadEvidence } from './load-evidence.ts'
import { readHead } from './read-record.ts'
import type { Verification } from './schema.ts'

export const verifyRecord = async (actor: Actor, id: string): Promise<Verification> => {
  const checks = checksOf(await loadEvidence(await readHead(actor, id)))
  return { verified: checks.every(({ ok }) => ok), checkedAt: now().toISOString(), checks }
}
