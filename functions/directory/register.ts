// The register of units in the table: the units' items, and the one pointer that says which of what is stored is so.
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { Problem } from '#functions/shared/problem.ts'
import {
  all,
  database,
  type Item,
  type Key,
  load,
  loadMany,
  type Operation,
  putNext,
} from '#functions/shared/table.ts'
import { Unit } from './stored.schema.ts'

const partition = 'UNITS'
const pointerKey: Key = { pk: partition, sk: 'REGISTER' }

/**
 * Every change of the register writes it, so `version` orders them all: whoever decides on units conditions on it.
 * `published` names the imports whose staged units count though not all of them, as an index tells, are in their places.
 */
const Pointer = z.object({
  version: z.number(),
  /** The last change that wrote units, by which import if by one, and how many: tells whether an index read has caught up with it. */
  lastWrite: z
    .object({ version: z.number(), count: z.number(), job: z.string().optional() })
    .default({ version: 0, count: 0 }),
  /** The import that has the register to itself. */
  importing: z.string().optional(),
  published: z.array(z.string()).default([]),
})
export type Pointer = z.infer<typeof Pointer>

export const loadPointer = async (): Promise<Pointer> =>
  (await load(pointerKey, Pointer)) ?? { version: 0, lastWrite: { version: 0, count: 0 }, published: [] }

/** The next state of the register, if nobody changed it since. */
export const putPointer = (seen: Pointer, change: Partial<Pointer>): Operation =>
  putNext({ ...seen, ...change, ...pointerKey, type: 'units-register', version: seen.version + 1 })

const unitKey = (id: string): Key => ({ pk: `UNIT#${id}`, sk: 'UNIT' })

const keysOf = (id: string) => ({ ...unitKey(id), type: 'unit', gsi1pk: partition, gsi1sk: id })

/** An item's `type` says what it is, so a unit's own type is kept as `kind`. @param edition the pointer's version of this write */
export const unitItem = (unit: Unit, edition?: number): Item => ({
  ...unit,
  ...keysOf(unit.id),
  kind: unit.type,
  ...(edition ? { edition } : {}),
})

/** What an import means a unit to become: kept beside what it is, and unseen until the import is published. */
type Staged = { job: string; unit: Unit }

export const stagedAt = (id: string, staged: Staged): { key: Key; attributes: Record<string, unknown> } => {
  const { pk, sk, ...attributes } = keysOf(id)
  return { key: { pk, sk }, attributes: { ...attributes, id, staged } }
}

/** A unit that only an import has named so far has nothing but its stage. */
export const StoredUnit = z
  .object({
    id: z.string(),
    names: z.unknown().optional(),
    edition: z.number().default(0),
    staged: z.object({ job: z.string(), unit: Unit }).optional(),
  })
  .loose()
export type StoredUnit = z.infer<typeof StoredUnit>

/** What a stored item says the unit is now, if it is anything yet. */
export const unitIn = (item: StoredUnit, published: readonly string[]): Unit | undefined => {
  if (item.staged && published.includes(item.staged.job)) return item.staged.unit
  return item.names ? Unit.parse({ ...item, type: item.kind }) : undefined
}

export const loadStored = (ids: readonly string[]): Promise<StoredUnit[]> =>
  loadMany(ids.map(unitKey), StoredUnit)

/** Every item of the register (eventually consistent: from an index). */
export const loadAllStored = (): Promise<StoredUnit[]> => all({ index: 'byOne', pk: partition }, StoredUnit)

const lookEveryMs = 5_000
const lifeMs = 30_000

type Whole = { units: Unit[]; byId: ReadonlyMap<string, Unit> }
type Memory = {
  of: unknown
  pointer: Pointer
  lookedAt: number
  known: Map<string, { unit: Unit | undefined; until: number }>
  whole?: Whole & { until: number }
}

let memory: Memory | undefined

/** Forgets what is remembered: something was changed here, and is to be seen here at once. */
export const forgetUnits = (): void => {
  memory = undefined
}

/** What is remembered holds together: all of it is of one version of the register. */
const recall = async (): Promise<Memory> => {
  const now = performance.now()
  if (memory?.of === database() && now - memory.lookedAt < lookEveryMs) return memory
  const pointer = await loadPointer()
  const fresh: Memory = { of: database(), pointer, lookedAt: now, known: new Map() }
  memory =
    memory?.of === database() && memory.pointer.version === pointer.version
      ? { ...memory, lookedAt: now }
      : fresh
  return memory
}

/** An item newer than the pointer that was looked at: all that is remembered is older than it. */
const isAhead = (items: readonly StoredUnit[], { pointer }: Memory): boolean =>
  items.some(({ edition }) => edition > pointer.version)

/** Units by id, in no order; unknown ones are left out. Remembered for half a minute, and no longer than they are so. */
export const unitsById = async (ids: readonly string[]): Promise<Unit[]> => {
  const here = await recall()
  const now = performance.now()
  const distinct = [...new Set(ids)]
  const missing = distinct.filter((id) => (here.known.get(id)?.until ?? 0) <= now)
  const items = missing.length > 0 ? await loadStored(missing) : []
  if (isAhead(items, here)) {
    forgetUnits()
    return unitsById(ids)
  }
  for (const item of items)
    here.known.set(item.id, { unit: unitIn(item, here.pointer.published), until: now + lifeMs })
  return distinct.flatMap((id) => here.known.get(id)?.unit ?? [])
}

/**
 * Whether an index tells of the last change whole. What is newer than it was put there by an import, which had waited
 * for it; what the import of the last change has staged is so wherever it stands.
 */
export const hasCaughtUp = (items: readonly StoredUnit[], { lastWrite }: Pointer): boolean => {
  const isOfIt = ({ edition, staged }: StoredUnit) =>
    edition >= lastWrite.version || (staged && staged.job === lastWrite.job)
  return items.filter(isOfIt).length >= lastWrite.count
}

/** @returns every unit as an index tells them, and whether it tells of the last change */
const readWhole = async (): Promise<{ whole: Whole; isCurrent: boolean }> => {
  const here = await recall()
  if (here.whole && here.whole.until > performance.now()) return { whole: here.whole, isCurrent: true }
  const items = await loadAllStored()
  if (isAhead(items, here)) {
    forgetUnits()
    return readWhole()
  }
  const units = items.flatMap((item) => unitIn(item, here.pointer.published) ?? [])
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const whole = { units, byId, until: performance.now() + lifeMs }
  const isCurrent = hasCaughtUp(items, here.pointer)
  if (isCurrent) here.whole = whole
  return { whole, isCurrent }
}

/**
 * Every unit, as a list and by id. Remembered while the register stands as it is; read from an index, so for a moment
 * after a change, elsewhere than where it was made, it may be as it was before.
 */
export const wholeRegister = async (): Promise<Whole> => (await readWhole()).whole

/** Of each look: an index is mostly a few milliseconds behind. */
const catchUpMs = (tried: number) => Math.min(10 * 2 ** tried, 100)
const catchUpTries = 300

/**
 * Every unit as the register stands now: waits until the index has caught up with its last change.
 * @throws Problem `busy` when it does not
 */
export const currentRegister = async (): Promise<Whole> => {
  for (let tried = 0; tried < catchUpTries; tried++) {
    forgetUnits()
    const { whole, isCurrent } = await readWhole()
    if (isCurrent) return whole
    await pause(catchUpMs(tried))
  }
  throw new Problem('busy')
}
