// Change the register of units: decided on what stands now, written with the pointer that nobody else may have moved.
import { findJob } from '#functions/jobs/entity.ts'
import { isOver } from '#functions/jobs/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { type Announcement, emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import {
  currentRegister,
  forgetUnits,
  loadPointer,
  loadStored,
  type Pointer,
  putPointer,
  unitIn,
  unitItem,
} from './register.ts'
import type { Unit } from './stored.schema.ts'
import type { Register } from './unit-changes.rules.ts'

/** An import that is over has left the register, in whatever way it ended. */
const isImporting = async ({ importing }: Pointer, own?: string): Promise<boolean> => {
  const job = importing === undefined || importing === own ? undefined : await findJob(importing)
  return job !== undefined && !isOver(job)
}

/** The pointer, when the register is nobody else's. @param own the import that may have it @throws Problem `units-importing` */
export const freePointer = async (own?: string): Promise<Pointer> => {
  const pointer = await loadPointer()
  if (await isImporting(pointer, own)) throw new Problem('units-importing')
  return pointer
}

type Change = { units: readonly Unit[]; event: Announcement }

/**
 * Decides on the register as the last change left it, and writes a change; a change made meanwhile by somebody else makes it decided anew.
 * @param ids units that are read as they stand now, whatever the index says
 * @param decide pure: gets every unit; what it returns first is what the request is answered with
 * @throws Problem `units-importing`, and whatever `decide` refuses
 */
export const changeRegister = async (
  actor: Actor,
  ids: readonly string[],
  decide: (register: Register) => Change,
): Promise<Unit> => {
  const pointer = await freePointer()
  const { byId } = await currentRegister()
  const register = new Map(byId)
  for (const item of await loadStored([...new Set(ids)])) {
    const unit = unitIn(item, pointer.published)
    if (unit) register.set(unit.id, unit)
  }
  const { units, event } = decide(register)
  const [first] = units
  if (!first) throw new Error('a change of no unit')
  const lastWrite = { version: pointer.version + 1, count: units.length }
  const items = units.map((unit) => put(unitItem(unit, lastWrite.version)))
  const moved = putPointer(pointer, { lastWrite, importing: undefined })
  await write(actor, first.id, ...items, moved, emit(actor, event))
  forgetUnits()
  return first
}

/** The unit as it stands in what was read. @throws Problem `not-found` */
export const unitOf = (register: Register, id: string): Unit => {
  const unit = register.get(id)
  if (!unit) throw new Problem('not-found')
  return unit
}
