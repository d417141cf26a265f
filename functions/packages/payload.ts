// The content of a record's package, one file after the other: what was sealed, what it was made from, what it refers to.

import { Readable } from 'node:stream'
import { chainObject, recordObject } from '#functions/archive/entity.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import type { StoredDocument } from '#functions/documents/schema.ts'
import { loadRecordings } from '#functions/media/recording-entity.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import { canonicalLine } from '#functions/shared/event-digest.ts'
import { streamLog } from '#functions/shared/log-stream.ts'
import { openObject } from '#functions/shared/object-streams.ts'
import { readObject } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Source } from './bag.ts'
import { papersOf } from './papers.ts'
import type { SealedBytes, SealedFacts } from './schema.ts'

/** A name of ours that leads nowhere else. */
const expectInside = (path: string): string => {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    throw new Error(`${path} leads out of the package`)
  return `data/${path}`
}

const document = ({ path, sha256, bytes }: StoredDocument): Source => ({
  path: expectInside(path),
  content: () => openObject(required('ARCHIVE_BUCKET'), recordObject(sha256)),
  bytes,
  sha256,
  packed: true,
})

const record = ({ digest, bytes }: SealedBytes): Source => ({
  path: 'data/ho-so.json',
  content: () => openObject(required('ARCHIVE_BUCKET'), recordObject(digest)),
  bytes,
  sha256: digest,
})

/** What people signed, as it stands in the record. */
const signedText = ({ digest, text: { from, bytes, digest: sha256 } }: SealedBytes): Source => ({
  path: 'data/van-ban-da-ky.json',
  content: () => openObject(required('ARCHIVE_BUCKET'), recordObject(digest), { from, bytes }),
  bytes,
  sha256,
})

/** An event's id may be of a moment later than what it records: which events count is told by their ids alone. */
const slackMs = 60_000

async function* lines(conferenceId: string, { events, horizon }: SealedFacts['minutes']) {
  const inside = new Set(events)
  let first = true
  for await (const event of streamLog(conferenceId, new Date(Date.parse(horizon.until) + slackMs))) {
    if (!inside.has(event.id)) continue
    yield Buffer.from(`${first ? '' : '\n'}${canonicalLine(event)}`, 'utf8')
    first = false
  }
}

/** Its digest is what people signed as `contents` of the horizon: a log that was changed since makes no package. */
const log = (conferenceId: string, { minutes }: SealedFacts): Source => ({
  path: 'data/nhat-ky.jsonl',
  content: async () => Readable.from(lines(conferenceId, minutes), { objectMode: false }),
  sha256: minutes.horizon.contents,
})

/** Which recordings there were and where they lie; the bytes stay there. */
const recordings = async (conferenceId: string): Promise<Source> => {
  const list = (await loadRecordings(conferenceId)).map(({ id, state, startedAt, endedAt, file }) => ({
    id,
    state,
    startedAt,
    endedAt,
    ...(file ? { object: file.key, bytes: file.bytes } : {}),
  }))
  return { path: 'data/ghi-hinh.json', content: canonicalBytes(list) }
}

/** The entry of the chain as it lies in the archive. */
const chainEntry = async ({ n }: RecordHead): Promise<Source> => {
  const content = await readObject(required('ARCHIVE_BUCKET'), chainObject(n))
  if (!content) throw new Problem('record-unreadable')
  return { path: 'data/mat-xich.json', content }
}

/** How many bytes are known to come: the log and texts of contributions are not. */
export const knownBytes = ({ documents }: SealedFacts, { bytes, text }: SealedBytes): number =>
  documents.reduce((sum, one) => sum + one.bytes, bytes + text.bytes)

export async function* payloadOf(
  head: RecordHead,
  facts: SealedFacts,
  stored: SealedBytes,
): AsyncGenerator<Source> {
  const { conferenceId } = head
  yield* facts.documents.map(document)
  yield record(stored)
  yield signedText(stored)
  yield log(conferenceId, facts)
  yield* papersOf(conferenceId, facts.minutes.horizon.until)
  yield await recordings(conferenceId)
  yield await chainEntry(head)
}
