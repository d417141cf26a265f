// Enter the units every home begins with. Harmless to repeat: only what is missing or changed is written.
import { isDeepStrictEqual } from 'node:util'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadStoredUnits, unitItem } from './entity.ts'
import { unitsSeeded } from './events.ts'
import { Unit } from './stored.schema.ts'
import { units } from './units.data.ts'

const perTransaction = 50

const seeder = (): Actor => systemActor('seed-units', `req_${newUlid()}`)

/** @returns how many units were written */
export const seedUnits = async (): Promise<number> => {
  const seeds = units.map((unit) => Unit.parse(unit))
  const stored = new Map((await loadStoredUnits(seeds.map(({ id }) => id))).map((unit) => [unit.id, unit]))
  const due = seeds.filter((seed) => !isDeepStrictEqual(seed, stored.get(seed.id)))
  for (let start = 0; start < due.length; start += perTransaction) {
    const part = due.slice(start, start + perTransaction)
    const actor = seeder()
    await write(actor, 'units', ...part.map((unit) => put(unitItem(unit))), emit(actor, unitsSeeded(part)))
  }
  return due.length
}
