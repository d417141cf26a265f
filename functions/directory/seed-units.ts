// Enter the units every home begins with. Harmless to repeat: only what is missing or changed is written.
import { isDeepStrictEqual } from 'node:util'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { put } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { unitsSeeded } from './events.ts'
import { forgetUnits, loadPointer, loadStored, putPointer, unitIn, unitItem } from './register.ts'
import { Unit } from './stored.schema.ts'
import { units } from './units.data.ts'

const perTransaction = 50

const seeder = (): Actor => systemActor('seed-units', `req_${newUlid()}`)

/** What somebody has changed since is theirs: a later version of the seeds does not undo it. */
const isDue = (seed: Unit, stored: Unit | undefined): boolean =>
  !stored || ((stored.version ?? 1) === 1 && !isDeepStrictEqual(seed, stored))

const enter = (part: readonly Unit[]): Promise<void> =>
  persisting(async () => {
    const pointer = await loadPointer()
    const lastWrite = { version: pointer.version + 1, count: part.length }
    const actor = seeder()
    const items = part.map((unit) => put(unitItem(unit, lastWrite.version)))
    await write(actor, 'units', ...items, putPointer(pointer, { lastWrite }), emit(actor, unitsSeeded(part)))
  })

/** @returns how many units were written */
export const seedUnits = async (): Promise<number> => {
  const seeds = units.map((unit) => Unit.parse(unit))
  const { published } = await loadPointer()
  const items = await loadStored(seeds.map(({ id }) => id))
  const stored = new Map(items.map((item) => [item.id, unitIn(item, published)]))
  const due = seeds.filter((seed) => isDue(seed, stored.get(seed.id)))
  for (let start = 0; start < due.length; start += perTransaction)
    await enter(due.slice(start, start + perTransaction))
  forgetUnits()
  return due.length
}
