// An import's way into the register: it takes the register, stages units unseen, publishes them all by one write, and
// puts each in its place. Each step can be repeated.
import { setTimeout as pause } from 'node:timers/promises'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Actor } from '#functions/shared/actor.ts'
import { type Announcement, emit } from '#functions/shared/event-log.ts'
import type { JobContext } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { single } from '#functions/shared/single.ts'
import { database, set, tableName } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { freePointer } from './change-register.ts'
import {
  forgetUnits,
  hasCaughtUp,
  loadAllStored,
  loadPointer,
  putPointer,
  type StoredUnit,
  stagedAt,
  unitItem,
} from './register.ts'
import type { Unit } from './stored.schema.ts'

const atOnce = 25

/** So many at once, none waiting for another; after the first that fails no more are begun. */
const forEach = async <T>(list: readonly T[], act: (each: T) => Promise<unknown>): Promise<void> => {
  const rest = list.values()
  let isOver = false
  const work = async () => {
    try {
      for (const each of rest) if (!isOver) await act(each)
    } finally {
      isOver = true
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

/** From here on nobody else changes units until this job is over. @throws Problem `units-importing` */
export const takeRegister = (actor: Actor, job: string): Promise<void> =>
  persisting(async () => {
    const pointer = await freePointer(job)
    if (pointer.importing === job) return
    await write(actor, job, putPointer(pointer, { importing: job }))
  })

/** Telemetry of a job's own: unseen by anybody, it needs no event. The publishing has one. */
const stage = (job: string, unit: Unit): Promise<unknown> => {
  const { key, attributes } = stagedAt(unit.id, { job, unit })
  const { Update } = set(key, attributes)
  if (!Update) throw new Error('a set is an update')
  // A new unit has no item yet: its stage is the first of it.
  const command = new UpdateCommand({ ...Update, ConditionExpression: undefined })
  return single(() => database().send(command))
}

/** Keeps what units are to become beside what they are. */
export const stageUnits = (job: string, units: readonly Unit[]): Promise<void> =>
  forEach(units, (unit) => stage(job, unit))

const stagedBy = (jobs: readonly string[], items: readonly StoredUnit[]) =>
  items.flatMap(({ staged }) => (staged && jobs.includes(staged.job) ? [staged] : []))

const lookEveryMs = 200
const patienceMs = 60_000

/** Lists are read from an index. @throws Problem `busy` when it does not get so far */
const awaitIndex = async (
  isSo: (items: readonly StoredUnit[]) => boolean | Promise<boolean>,
): Promise<void> => {
  for (let waited = 0; waited <= patienceMs; waited += lookEveryMs) {
    if (await isSo(await loadAllStored())) return
    await pause(lookEveryMs)
  }
  throw new Problem('busy')
}

/** The index must know every staged unit before they count. @throws Problem `busy` */
export const awaitStaged = (job: string, count: number): Promise<void> =>
  awaitIndex((items) => stagedBy([job], items).length >= count)

/**
 * The one write by which every staged unit is so, `count` of them. Repeating it does nothing. What imports before staged
 * was settled when this one began.
 */
export const publishUnits = (
  { actor, jobId: job, whileMine }: JobContext,
  count: number,
  event: Announcement,
): Promise<void> =>
  persisting(async () => {
    const pointer = await loadPointer()
    if (pointer.published.includes(job)) return
    if (pointer.importing !== job) throw new Problem('units-importing')
    const published = [job]
    const lastWrite = { version: pointer.version + 1, count, job }
    await write(actor, job, putPointer(pointer, { published, lastWrite }), whileMine(), emit(actor, event))
  }).finally(forgetUnits)

/** A unit that was put in its place by another run meanwhile, or changed since, is left as it is. */
const put = async (job: string, unit: Unit, edition: number): Promise<void> => {
  const command = new PutCommand({
    TableName: tableName(),
    Item: unitItem(unit, edition),
    ConditionExpression: '#staged.#job = :job',
    ExpressionAttributeNames: { '#staged': 'staged', '#job': 'job' },
    ExpressionAttributeValues: { ':job': job },
  })
  try {
    await single(() => database().send(command))
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

/**
 * Puts every published unit in its place. One look at an index may know less than the look before, so it is looked at
 * until none is staged and none is missing.
 */
export const settleUnits = async (told: (done: number, total: number) => Promise<void>): Promise<void> => {
  const pointer = await loadPointer()
  const { version, published } = pointer
  if (published.length === 0) return
  const settled = new Set<string>()
  await awaitIndex(async (items) => {
    const staged = stagedBy(published, items)
    await forEach(staged, async ({ job, unit }) => {
      await put(job, unit, version)
      await told(settled.add(unit.id).size, Math.max(settled.size, staged.length))
    })
    return staged.length === 0 && hasCaughtUp(items, pointer)
  })
}

/**
 * Leaves the register to others. The pointer goes on naming the import until the next: a look at an index that still
 * shows units as staged finds them all the same.
 */
export const leaveRegister = (actor: Actor, job: string): Promise<void> =>
  persisting(async () => {
    const pointer = await loadPointer()
    if (pointer.importing !== job) return
    await write(actor, job, putPointer(pointer, { importing: undefined }))
  })
