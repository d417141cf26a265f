// Everything a check of one record looks at: the stored bytes, the table's index of them, the chain, the log, the keys.
import { loadVerificationKeys } from '#functions/minutes/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { readObject } from '#functions/shared/objects.ts'
import { chainObject, findLink, loadHead, loadUnitItems, recordObject } from './entity.ts'
import { type RecordHead, SealedRecord } from './schema.ts'

/** What of a record can be read: nothing of it need be as it should. */
export type Reading = { raw: Record<string, unknown> | undefined; record: SealedRecord | undefined }

/** @returns the JSON as stored and, where it has the form of a record, that form */
const readingOf = (bytes: Buffer | undefined): Reading => {
  try {
    const raw: unknown = JSON.parse(bytes?.toString('utf8') ?? '')
    const { data } = SealedRecord.safeParse(raw)
    const isObject = typeof raw === 'object' && raw !== null
    return { raw: isObject ? (raw as Record<string, unknown>) : undefined, record: data }
  } catch {
    return { raw: undefined, record: undefined }
  }
}

const logOf = (conferenceId: string): Promise<RecordedEvent[]> => wholeLog(conferenceId, now())

export const loadEvidence = async (head: RecordHead) => {
  const bucket = required('ARCHIVE_BUCKET')
  const bytes = await readObject(bucket, recordObject(head.digest))
  const reading = readingOf(bytes)
  const unitIds = reading.record?.minutes.units.map(({ id }) => id) ?? []
  const [link, before, after, end, object, keys, events, unitItems] = await Promise.all([
    findLink(head.n),
    head.n > 1 ? findLink(head.n - 1) : undefined,
    findLink(head.n + 1),
    loadHead(),
    readObject(bucket, chainObject(head.n)),
    loadVerificationKeys(),
    logOf(head.conferenceId),
    loadUnitItems(head, unitIds),
  ])
  return { head, bytes, ...reading, link, before, after, end, object, keys, events, unitItems }
}

export type Evidence = Awaited<ReturnType<typeof loadEvidence>>
