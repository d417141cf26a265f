// Reads a stored record as it streams by: its digest, where the signed text lies in it, and its small members.
import { createHash, type Hash } from 'node:crypto'
import { recordObject } from '#functions/archive/entity.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import { required } from '#functions/shared/config.ts'
import { openObject } from '#functions/shared/object-streams.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type JsonPath, Skimmer, type Wanted } from '#functions/shared/skim.ts'
import { type SealedBytes, SealedFacts } from './schema.ts'

const small = new Set(['attestations', 'documents', 'keys'])
const smallOfText = new Set(['conference', 'events', 'horizon', 'number', 'units'])

const isSmall = (path: JsonPath): boolean =>
  path.length === 1
    ? small.has(String(path[0]))
    : path.length === 2 && path[0] === 'minutes' && smallOfText.has(String(path[1]))

/** What streams by before the text is no part of it; the record's closing brace is not either. */
class TextHash {
  from = -1
  bytes = 0
  readonly hash: Hash = createHash('sha256')
  private passed = 0
  private last: Buffer | undefined

  push(chunk: Buffer): void {
    const inside = this.from < 0 ? undefined : chunk.subarray(Math.max(this.from - this.passed, 0))
    if (inside && inside.length > 0) {
      if (this.last) this.add(this.last)
      this.last = inside
    }
    this.passed += chunk.length
  }

  private add(bytes: Buffer): void {
    this.hash.update(bytes)
    this.bytes += bytes.length
  }

  end(): { from: number; bytes: number; digest: string } {
    if (this.last) this.add(this.last.subarray(0, -1))
    return { from: this.from, bytes: this.bytes, digest: this.hash.digest('hex') }
  }
}

type Found = Record<string, unknown> & { minutes: Record<string, unknown> }

const gather = (found: Found, path: JsonPath, value: unknown): void => {
  const [first, second] = path.map(String)
  if (second === undefined) found[first ?? ''] = value
  else found.minutes[second] = value
}

/** Streams a stored record past the eyes of `wanted`. @throws Problem `record-unreadable` when the store has none */
export const streamRecord = async (digest: string, see: (chunk: Buffer) => void): Promise<void> => {
  const stream = await openObject(required('ARCHIVE_BUCKET'), recordObject(digest)).catch(() => {
    throw new Problem('record-unreadable')
  })
  for await (const chunk of stream as AsyncIterable<Buffer>) see(chunk)
}

/** @throws Problem `record-unreadable` when the bytes are missing, are not those that were sealed, or are no record */
export const readSealed = async (head: RecordHead): Promise<{ facts: SealedFacts; stored: SealedBytes }> => {
  const whole = createHash('sha256')
  const text = new TextHash()
  const found: Found = { minutes: {} }
  let bytes = 0
  const wanted: Wanted = {
    depth: 2,
    wants: (path) => isSmall(path),
    take: ({ path, raw }) => gather(found, path, JSON.parse(raw.toString('utf8'))),
    enter: (path, at) => {
      if (path.length === 1 && path[0] === 'minutes') text.from = at
    },
  }
  const skimmer = new Skimmer(wanted)
  await streamRecord(head.digest, (chunk) => {
    bytes += chunk.length
    whole.update(chunk)
    skimmer.push(chunk)
    text.push(chunk)
  })
  const facts = SealedFacts.safeParse(found)
  const digest = whole.digest('hex')
  if (digest !== head.digest || !facts.success) throw new Problem('record-unreadable')
  return { facts: facts.data, stored: { digest, bytes, text: text.end() } }
}
