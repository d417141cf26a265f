// A record as whoever holds a key could have made it, whole or with one thing wrong: signed, chained, seen by a checkpoint.
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { concernedUnits } from '#functions/archive/concerned.rules.ts'
import { hashOfEntry } from '#functions/archive/entity.ts'
import { headOf } from '#functions/archive/head.rules.ts'
import type { Evidence } from '#functions/archive/load-evidence.ts'
import { readingOf } from '#functions/archive/reading.ts'
import type { ChainEntry, MinutesText, SealedRecord } from '#functions/archive/schema.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const fingerprint = sha256(pair.publicKey.export({ format: 'der', type: 'spki' }))
const key = {
  kid: `key_${fingerprint.slice(0, 32)}`,
  fingerprint,
  algorithm: 'ECDSA-P256-SHA256-DER' as const,
  publicKey: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
}
const { kid } = key

export const signed = (value: unknown) => ({
  kid,
  signature: sign('sha256', canonicalBytes(value), pair.privateKey).toString('base64'),
})

const folder = new URL('../fixtures/sealed-record-1/', import.meta.url)
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const { minutes: kept, attestations } = json('record.json') as SealedRecord
const { events } = json('evidence.json') as Evidence

type Statement = SealedRecord['attestations'][number]['statement']

/** What is wrong, in the order it is made: what was signed, by whom, the record's bytes, and what lies about it. */
export type Wrong = {
  minutes?: (minutes: MinutesText) => void
  statements?: (statements: Statement[], minutes: MinutesText) => void
  record?: (record: SealedRecord) => void
  bytes?: (bytes: Buffer) => Buffer
  entry?: (entry: ChainEntry) => void
  evidence?: (evidence: Evidence) => void
}

const document = Buffer.from('%PDF-1.7 biên bản')

const recordOf = ({ minutes: change, statements: changeStatements, record: changeRecord }: Wrong) => {
  const minutes = structuredClone(kept)
  change?.(minutes)
  const digest = sha256(canonicalBytes(minutes))
  const statements = attestations.map(
    ({ statement }): Statement => ({ ...structuredClone(statement), digest, horizon: minutes.horizon, kid }),
  )
  changeStatements?.(statements, minutes)
  const printed = { path: 'bien-ban.pdf', title: 'Biên bản', type: 'application/pdf', bytes: document.length }
  const record: SealedRecord = {
    attestations: statements.map((statement) => ({ ...signed(statement), statement })),
    documents: [{ ...printed, sha256: sha256(document) }],
    format: 'diemcau-record/2',
    id: `rec_${minutes.id.slice(4)}`,
    keys: [{ ...key }],
    minutes,
  }
  changeRecord?.(record)
  return record
}

const linkOf = (entry: ChainEntry) => ({ entry, hash: hashOfEntry(entry), attestation: signed(entry) })

const neighbour = (n: number, prev: string) =>
  linkOf({ at: kept.horizon.until, digest: sha256(`${n}`), n, prev, recordId: `rec_${'0'.repeat(25)}${n}` })

/** The first, the record's own, the third, and what the house said of them that day. */
const chainOf = (digest: string, recordId: string, { entry: change }: Wrong) => {
  const before = neighbour(1, '0'.repeat(64))
  const entry: ChainEntry = { at: kept.horizon.until, digest, n: 2, prev: before.hash, recordId }
  change?.(entry)
  const link = linkOf(entry)
  const after = neighbour(3, link.hash)
  const statement = {
    act: 'chain.checkpoint' as const,
    at: kept.horizon.until,
    count: 3,
    digest: after.hash,
    kid,
    n: 3,
  }
  const checkpoint = { ...signed(statement), statement }
  const object = canonicalBytes({ attestation: link.attestation, entry })
  const over = { ...checkpoint, day: '2022-11-24' }
  return {
    ...{ before, link, after, object, path: [after], end: { version: 3, hash: after.hash } },
    ...{ checkpoint: over, lastCheckpoint: over, checkpointObject: canonicalBytes(checkpoint) },
  }
}

export const ownEvidence = (wrong: Wrong = {}): Evidence => {
  const record = recordOf(wrong)
  const canonical = canonicalBytes(record)
  const bytes = wrong.bytes?.(canonical) ?? canonical
  const chain = chainOf(sha256(bytes), record.id, wrong)
  const head = headOf(record.minutes, bytes.length, chain.link.entry)
  const evidence: Evidence = structuredClone({
    ...{ head, ...readingOf(bytes), ...chain, keys: [{ ...key }], events },
    keyObjects: new Map([[kid, key.publicKey]]),
    unitItems: concernedUnits(record.minutes).map((unitId) => ({ ...head, unitId })),
    files: new Map([[sha256(document), { digest: sha256(document), bytes: document.length }]]),
    ...{ bytes: undefined, object: undefined, checkpointObject: undefined },
  })
  Object.assign(evidence, { bytes, object: chain.object, checkpointObject: chain.checkpointObject })
  wrong.evidence?.(evidence)
  return evidence
}
