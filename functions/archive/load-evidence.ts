// Everything a check of one record looks at: the stored bytes, the table's index of them, the chain, the log, the keys.
import { keyObject, loadVerificationKeys } from '#functions/keys/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { readObject } from '#functions/shared/objects.ts'
import { chainObject, findLink, loadHead, loadUnitItems, recordObject } from './entity.ts'
import { type Reading, readingOf } from './reading.ts'
import type { RecordHead } from './schema.ts'

const logOf = (conferenceId: string): Promise<RecordedEvent[]> => wholeLog(conferenceId, now())

/** The keys a record names, as they lie in the bucket: kid → PEM. */
const storedKeys = async (bucket: string, { record }: Reading): Promise<Map<string, string>> => {
  const kids = record?.keys.map(({ kid }) => kid) ?? []
  const objects = await Promise.all(kids.map((kid) => readObject(bucket, keyObject(kid))))
  return new Map(kids.map((kid, at) => [kid, objects[at]?.toString('utf8') ?? '']))
}

export const loadEvidence = async (head: RecordHead) => {
  const bucket = required('ARCHIVE_BUCKET')
  const bytes = await readObject(bucket, recordObject(head.digest))
  const reading = readingOf(bytes)
  const unitIds = reading.record?.minutes.units.map(({ id }) => id) ?? []
  const [link, before, after, end, object, keys, keyObjects, events, unitItems] = await Promise.all([
    findLink(head.n),
    head.n > 1 ? findLink(head.n - 1) : undefined,
    findLink(head.n + 1),
    loadHead(),
    readObject(bucket, chainObject(head.n)),
    loadVerificationKeys(),
    storedKeys(bucket, reading),
    logOf(head.conferenceId),
    loadUnitItems(head, unitIds),
  ])
  return { head, bytes, ...reading, link, before, after, end, object, keys, keyObjects, events, unitItems }
}

export type Evidence = Awaited<ReturnType<typeof loadEvidence>>
