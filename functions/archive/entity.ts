// Sealed records and the chain in the table: an index of what the bucket holds, and how objects there are named.
import * as z from 'zod'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { Problem } from '#functions/shared/problem.ts'
import {
  all,
  type Item,
  type Key,
  load,
  loadMany,
  type Operation,
  tableName,
} from '#functions/shared/table.ts'
import { type ChainEntry, ChainLink, type EntryAttestation, RecordHead } from './schema.ts'

/** Where a sealed record's bytes lie: under their own digest. */
export const recordObject = (digest: string): string => `sha256/${digest}`

/** Where an entry of the chain lies: all that is needed to build the chain again. */
export const chainObject = (n: number): string => `chain/${String(n).padStart(8, '0')}`

const recordKey = (id: string): Key => ({ pk: `REC#${id}`, sk: 'RECORD' })

/** A record's place in every list: the conference's start, then the id. */
export const placeOf = ({ startsAt, id }: Pick<RecordHead, 'startsAt' | 'id'>) => `${startsAt}#${id}`

const ofUnit = (unitId: string) => `RECORDS#unit#${unitId}`

const unitKey = (head: RecordHead, unitId: string): Key => ({ pk: ofUnit(unitId), sk: placeOf(head) })

/** The record's head, found by id and by date. */
export const recordItem = (head: RecordHead): Item => ({
  ...head,
  ...recordKey(head.id),
  type: 'record',
  gsi1pk: 'RECORDS',
  gsi1sk: placeOf(head),
})

/** The record's head under each unit that took part. */
export const unitItems = (head: RecordHead, unitIds: readonly string[]): Item[] =>
  unitIds.map((unitId) => ({ ...head, ...unitKey(head, unitId), type: 'record-of-unit', unitId }))

export const findRecord = (id: string): Promise<RecordHead | undefined> => load(recordKey(id), RecordHead)

/** @throws Problem `not-found` */
export const loadRecord = async (id: string): Promise<RecordHead> => {
  const head = await findRecord(id)
  if (!head) throw new Problem('not-found')
  return head
}

/** Records by id, in no order. */
export const loadRecords = (ids: readonly string[]): Promise<RecordHead[]> =>
  loadMany([...new Set(ids)].map(recordKey), RecordHead)

export const OfUnit = RecordHead.extend({ unitId: z.string() })

/** The record as indexed under these units: those that took no part are left out. */
export const loadUnitItems = (head: RecordHead, unitIds: readonly string[]) =>
  loadMany(
    [...new Set(unitIds)].map((unitId) => unitKey(head, unitId)),
    OfUnit,
  )

/** Which records, from `from` (included) up to the place `to` (not included). */
export type Window = { from: string; to: string; limit: number }

/** A key condition includes both its ends: one more is read, and what stands at `to` is left out. */
const heads = async (
  where: { index?: 'byOne'; pk: string },
  { from, to, limit }: Window,
): Promise<RecordHead[]> => {
  const found = await all(
    { ...where, between: { from, to }, newestFirst: true, limit: limit + 1 },
    RecordHead,
  )
  return found.filter((head) => placeOf(head) < to).slice(0, limit)
}

/** Records a unit took part in, newest first. */
export const recordsOfUnit = (unitId: string, window: Window) => heads({ pk: ofUnit(unitId) }, window)

/** Records of every unit, newest first (eventually consistent: from an index). */
export const recordsByDate = (window: Window) => heads({ index: 'byOne', pk: 'RECORDS' }, window)

const chain = 'CHAIN'

const entryKey = (n: number): Key => ({ pk: chain, sk: `ENTRY#${String(n).padStart(8, '0')}` })

export const hashOfEntry = (entry: ChainEntry): string => sha256(canonicalBytes(entry))

export const linkItem = (entry: ChainEntry): Item => ({
  ...entryKey(entry.n),
  type: 'chain-link',
  entry,
  hash: hashOfEntry(entry),
})

export const findLink = (n: number): Promise<ChainLink | undefined> => load(entryKey(n), ChainLink)

/** Keeps the attestation of an entry, once: of two that seal together the first one's stays. */
export const keepAttestation = (n: number, attestation: EntryAttestation): Operation => ({
  Update: {
    TableName: tableName(),
    Key: entryKey(n),
    UpdateExpression: 'SET #attestation = :attestation',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#attestation)',
    ExpressionAttributeNames: { '#attestation': 'attestation' },
    ExpressionAttributeValues: { ':attestation': attestation },
  },
})

const Head = z.object({ version: z.number(), hash: z.string() })

/** Where the chain ends: its version is the number of its last entry. */
export const headItem = (entry: ChainEntry): Item & { version: number } => ({
  pk: chain,
  sk: 'HEAD',
  type: 'chain-head',
  version: entry.n,
  hash: hashOfEntry(entry),
})

/** The link with its attestation, as it stands when its seal is whole. */
export const attestedLinkItem = ({ entry, attestation }: Required<ChainLink>): Item => ({
  ...linkItem(entry),
  attestation,
})

/** The chain ends here or further on: what was sealed meanwhile is not undone. */
export const headAtLeast = (entry: ChainEntry): Operation => ({
  Put: {
    TableName: tableName(),
    Item: headItem(entry),
    ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': entry.n },
  },
})

/** Links from one entry to another, both included. */
export const loadLinks = (from: number, to: number): Promise<ChainLink[]> =>
  all({ pk: chain, between: { from: entryKey(from).sk, to: entryKey(to).sk } }, ChainLink)

/** Before the first entry stand 64 zeros. */
const beginning = { version: 0, hash: '0'.repeat(64) }

export const loadHead = async () => (await load({ pk: chain, sk: 'HEAD' }, Head)) ?? beginning
