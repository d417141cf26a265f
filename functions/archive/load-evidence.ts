// Everything a check of one record looks at: the stored bytes, the table's index of them, the chain, the log, the keys.
import { keyObject, loadVerificationKeys } from '#functions/keys/entity.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { readObject } from '#functions/shared/objects.ts'
import { civilDay } from '#functions/shared/time.ts'
import { archiveBucket } from './archive-bucket.ts'
import type { DayCheckpoint } from './checkpoint.schema.ts'
import { checkpointOver, loadCheckpoints, checkpointObject as objectOfDay } from './checkpoint-entity.ts'
import { concernedUnits } from './concerned.rules.ts'
import { chainObject, findLink, loadHead, loadLinks, loadUnitItems, recordObject } from './entity.ts'
import { type Reading, readingOf } from './reading.ts'
import type { RecordHead } from './schema.ts'
import { storedCheckpoint } from './stored-checkpoints.ts'

const logOf = (conferenceId: string): Promise<RecordedEvent[]> => wholeLog(conferenceId, now())

/** The keys a record names, as they lie in the bucket: kid → PEM. */
const storedKeys = async (bucket: string, { record }: Reading): Promise<Map<string, string>> => {
  const kids = record?.keys.map(({ kid }) => kid) ?? []
  const objects = await Promise.all(kids.map((kid) => readObject(bucket, keyObject(kid))))
  return new Map(kids.map((kid, at) => [kid, objects[at]?.toString('utf8') ?? '']))
}

/** What lies in the bucket under the digests of a record's files: digest as named → what is there. */
const storedFiles = async (bucket: string, { record }: Reading) => {
  const files = new Map<string, { digest: string; bytes: number }>()
  for (const { sha256: named } of record?.documents ?? []) {
    const bytes = await readObject(bucket, recordObject(named)) // one after the other: none of them is small
    if (bytes) files.set(named, { digest: sha256(bytes), bytes: bytes.length })
  }
  return files
}

/** The last checkpoint: what the bucket says of this year, for whoever cuts the chain may cut the table's list too. */
const lastOf = async (): Promise<DayCheckpoint | undefined> => {
  const objects = archiveBucket()
  const days: string[] = []
  for await (const key of objects.keys(`checkpoints/${civilDay(now().toISOString()).slice(0, 4)}`))
    days.push(key)
  const last = days.at(-1)
  if (last) return storedCheckpoint(last, await objects.read(last))
  return (await loadCheckpoints(undefined, 1))[0]
}

/** The first checkpoint that covers the record, and the links between. */
const seenBy = async ({ n }: RecordHead) => {
  const [checkpoint, lastCheckpoint] = await Promise.all([checkpointOver(n), lastOf()])
  if (!checkpoint) return { checkpoint, lastCheckpoint, path: [], checkpointObject: undefined }
  const [path, checkpointObject] = await Promise.all([
    checkpoint.statement.n > n ? loadLinks(n + 1, checkpoint.statement.n) : [],
    archiveBucket().read(objectOfDay(checkpoint.day)),
  ])
  return { checkpoint, lastCheckpoint, path, checkpointObject }
}

export const loadEvidence = async (head: RecordHead) => {
  const bucket = required('ARCHIVE_BUCKET')
  const bytes = await readObject(bucket, recordObject(head.digest))
  const reading = readingOf(bytes)
  const unitIds = reading.record ? concernedUnits(reading.record.minutes) : []
  const [link, before, after, end, object, keys, keyObjects, events, unitItems, files] = await Promise.all([
    findLink(head.n),
    head.n > 1 ? findLink(head.n - 1) : undefined,
    findLink(head.n + 1),
    loadHead(),
    readObject(bucket, chainObject(head.n)),
    loadVerificationKeys(),
    storedKeys(bucket, reading),
    logOf(head.conferenceId),
    loadUnitItems(head, unitIds),
    storedFiles(bucket, reading),
  ])
  const chain = { link, before, after, end, object, ...(await seenBy(head)) }
  return { head, bytes, ...reading, ...chain, keys, keyObjects, events, unitItems, files }
}

export type Evidence = Awaited<ReturnType<typeof loadEvidence>>
