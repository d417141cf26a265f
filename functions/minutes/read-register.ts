// The register of minutes of one unit and civil year: every number given, and to what.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { lastNumber } from './entity.ts'
import type { RegisterEntry } from './workflow.schema.ts'
import { loadRegisterEntries } from './workflow-entity.ts'

const perPage = 100

/**
 * A page of the register in the order of its numbers.
 * @param after the last number already seen
 */
export const readRegister = async (
  actor: Actor,
  unitId: string,
  year: number,
  after: string | undefined,
): Promise<{ items: RegisterEntry[]; next: string | undefined }> => {
  allow(actor, 'register:read', { host: unitId })
  const from = Number(after ?? 0) + 1
  const last = await lastNumber(unitId, year)
  const to = Math.min(last, from + perPage - 1)
  if (to < from) return { items: [], next: undefined }
  const entries = await loadRegisterEntries(unitId, year, { from, to })
  const known = new Map(entries.map((entry) => [entry.number, entry]))
  const items = Array.from({ length: to - from + 1 }, (_, at) => {
    const number = from + at
    return known.get(number) ?? { unitId, year, number }
  })
  return { items, next: to < last ? String(to) : undefined }
}
