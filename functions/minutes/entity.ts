// Minutes in the table: state, blocks by generation, the frozen bytes, the register of numbers.
import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import { conferencePartition } from '#functions/conferences/entity.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { Block, Minutes } from './schema.ts'

export const minutesPartition = (conferenceId: string) => `${conferencePartition(conferenceId)}#MINUTES`

/** One item is the current version; those an addendum takes the place of lie beside it. */
export const minutesKey = (conferenceId: string): Key => ({
  pk: minutesPartition(conferenceId),
  sk: 'MINUTES',
})

export const minutesItem = (minutes: Minutes): Item & { version: number } => ({
  ...minutes,
  ...minutesKey(minutes.conferenceId),
  type: 'minutes',
})

export const findMinutes = (conferenceId: string): Promise<Minutes | undefined> =>
  load(minutesKey(conferenceId), Minutes)

/** Minutes of several conferences, in no order. */
export const loadMinutesOf = (conferenceIds: readonly string[]): Promise<Minutes[]> =>
  loadMany([...new Set(conferenceIds)].map(minutesKey), Minutes)

/** @throws Problem `minutes-missing` */
export const loadMinutes = async (conferenceId: string): Promise<Minutes> => {
  const minutes = await findMinutes(conferenceId)
  if (!minutes) throw new Problem('minutes-missing')
  return minutes
}

const blocksOf = (generation: string) => `BLOCK#${generation}#`

export const blockItem = (
  { conferenceId, generation }: Minutes,
  block: Block,
): Item & { version: number } => ({
  ...block,
  pk: minutesPartition(conferenceId),
  sk: `${blocksOf(generation)}${block.id}`,
  type: 'minutes-block',
})

/** The visible blocks, in no order. */
export const loadBlocks = ({ conferenceId, generation }: Minutes): Promise<Block[]> =>
  all({ pk: minutesPartition(conferenceId), begins: blocksOf(generation) }, Block)

/** @throws Problem `not-found` */
export const loadBlock = async ({ conferenceId, generation }: Minutes, id: string): Promise<Block> => {
  const block = await load({ pk: minutesPartition(conferenceId), sk: `${blocksOf(generation)}${id}` }, Block)
  if (!block) throw new Problem('not-found')
  return block
}

const Part = z.object({ bytes: z.instanceof(Uint8Array) })

/** An item may have 400 KB. */
const partBytes = 300_000

const frozen = (digest: string) => `MINUTESTEXT#${digest}`

/** The canonical bytes that people sign, under their own digest: parts of their gzip form. */
export const frozenItems = (bytes: Buffer): Item[] => {
  const packed = gzipSync(bytes)
  const count = Math.ceil(packed.length / partBytes)
  return Array.from({ length: count }, (_, at) => ({
    pk: frozen(sha256(bytes)),
    sk: `PART#${String(at).padStart(4, '0')}`,
    type: 'minutes-text',
    bytes: packed.subarray(at * partBytes, (at + 1) * partBytes),
  }))
}

/** The bytes as they were frozen. @throws Error when they are not whole */
export const loadFrozen = async (digest: string): Promise<Buffer> => {
  const parts = await all({ pk: frozen(digest) }, Part)
  const bytes =
    parts.length > 0 ? gunzipSync(Buffer.concat(parts.map((part) => part.bytes))) : Buffer.alloc(0)
  if (sha256(bytes) !== digest) throw new Error(`the frozen text ${digest} is not whole`)
  return bytes
}

const Register = z.object({ version: z.number() })

const registerKey = (unitId: string, year: number): Key => ({
  pk: `REGISTER#minutes#${unitId}#${year}`,
  sk: 'REGISTER',
})

/** The register after a number was taken: its version is its last number, so none is skipped or given twice. */
export const registerItem = (unitId: string, year: number, number: number): Item & { version: number } => ({
  ...registerKey(unitId, year),
  type: 'register',
  version: number,
})

/** The last number given, 0 for none. */
export const lastNumber = async (unitId: string, year: number): Promise<number> =>
  (await load(registerKey(unitId, year), Register))?.version ?? 0
