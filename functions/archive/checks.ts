// The checks of a sealed record. Each says by a code what it found, or throws `Failed` saying what is wrong.
import type { Statement } from '#functions/minutes/schema.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { digestOfContents, digestOfIds } from '#functions/shared/event-digest.ts'
import { chainObject, entry, entryAttestation, next, previous } from './chain-checks.ts'
import { checkpoint } from './checkpoint-checks.ts'
import { concernedUnits } from './concerned.rules.ts'
import { documents } from './document-checks.ts'
import { findingWords } from './findings.rules.ts'
import { headOf } from './head.rules.ts'
import type { Evidence } from './load-evidence.ts'
import {
  bytesOf,
  expect,
  expectSigned,
  Failed,
  fail,
  found,
  keyOf,
  type Look,
  pemOf,
  recordOf,
  same,
  stored,
} from './look.ts'
import type { Check, CheckName, Finding, SealedRecord } from './schema.ts'

const bytes: Look = (evidence) => {
  const digest = sha256(bytesOf(evidence))
  expect(digest === evidence.head.digest, 'bytes-differ', { digest, named: evidence.head.digest })
  return found('bytes-same', { digest })
}

const canonical: Look = (evidence) => {
  const whole = evidence.raw ?? fail('file-unreadable')
  expect(canonicalBytes(whole).equals(bytesOf(evidence)), 'not-canonical')
  return found('canonical')
}

const format: Look = (evidence) => {
  const record = recordOf(evidence)
  expect(record.id === evidence.head.id, 'other-record')
  expect(record.id.slice(4) === record.minutes.id.slice(4), 'other-minutes')
  return found('format-known', { format: record.format })
}

const index: Look = (evidence) => {
  const { head, unitItems } = evidence
  const { minutes } = recordOf(evidence)
  const units = concernedUnits(minutes)
  const place = { recordId: head.id, digest: head.digest, n: head.n, at: head.sealedAt, prev: '' }
  const told = headOf(minutes, bytesOf(evidence).length, place)
  expect(same(head, told), 'index-differs')
  const listed = new Set(
    unitItems.filter(({ unitId: _, ...item }) => same(item, head)).map(({ unitId }) => unitId),
  )
  const missing = units.filter((id) => !listed.has(id))
  expect(missing.length === 0, 'index-units', { shown: missing.length })
  return found('index-same', { shown: units.length })
}

const text: Look = (evidence) => {
  const digest = sha256(canonicalBytes(stored(evidence, 'minutes')))
  const { attestations, minutes } = recordOf(evidence)
  expect(attestations.length > 0, 'text-unsigned')
  for (const { statement } of attestations) {
    expect(statement.digest === digest, 'text-differs')
    expect(same(statement.horizon, minutes.horizon), 'text-horizon')
  }
  return found('text-signed', { digest })
}

const order: Statement['act'][] = ['minutes.signed-by-secretary', 'minutes.signed-by-chair']

const twoSigned = ([secretary, chair]: Statement[]) => {
  expect(secretary?.sub !== chair?.sub, 'signers-one')
  expect((secretary?.at ?? '') <= (chair?.at ?? ''), 'signers-order')
}

/** Minutes, addenda too, have the secretary's and the chair's; what was entered from documents the archivist's. */
const expectSigners = ({ attestations, minutes }: SealedRecord) => {
  const statements = attestations.map(({ statement }) => statement)
  const acts = statements.map(({ act }) => act).join()
  if (minutes.kind === 'historical') return expect(acts === 'record.imported', 'signers-imported')
  expect(acts === order.join(), 'signers-missing')
  twoSigned(statements)
}

const signatures: Look = (evidence) => {
  const record = recordOf(evidence)
  const { attestations } = record
  const raw = stored(evidence, 'attestations') as { statement: unknown }[]
  expectSigners(record)
  attestations.forEach((attestation, at) => {
    const { kid, statement } = attestation
    expect(kid === statement.kid, 'signature-key')
    const over = canonicalBytes(raw[at]?.statement)
    expectSigned(evidence, attestation, over, 'signature-wrong', { name: statement.name })
  })
  const names = attestations.map(({ statement: { name, office } }) =>
    name === office ? name : `${name} (${office})`,
  )
  return found('signers', { names: names.join('; ') })
}

const keys: Look = (evidence) => {
  const record = recordOf(evidence)
  const kids = new Set(record.attestations.map(({ kid }) => kid))
  expect(
    [...kids].every((kid) => record.keys.some((key) => key.kid === kid)),
    'keys-missing',
  )
  for (const key of record.keys) {
    pemOf(key)
    expect(same(keyOf(evidence, key.kid), key), 'key-differs', { kid: key.kid })
    expect(evidence.keyObjects.get(key.kid) === key.publicKey, 'key-stored', {
      kid: key.kid,
    })
  }
  const fingerprints = record.keys.map(({ fingerprint }) => fingerprint).join('; ')
  return found('keys-published', { fingerprints })
}

const horizon: Look = (evidence) => {
  const { minutes } = recordOf(evidence)
  const { horizon: told, events: ids } = minutes
  expect(ids.length === told.count && digestOfIds(ids) === told.digest, 'horizon-list')
  const inside = new Set(ids)
  const there = evidence.events.filter(({ id }) => inside.has(id))
  expect(there.length === told.count, 'horizon-lost', { shown: told.count - there.length })
  expect(digestOfContents(there) === told.contents, 'horizon-changed')
  const later = evidence.events.length - there.length
  return found('horizon-whole', { shown: told.count, until: told.until, later })
}

const looks: [CheckName, Look][] = [
  ['bytes', bytes],
  ['canonical', canonical],
  ['format', format],
  ['index', index],
  ['text', text],
  ['documents', documents],
  ['signatures', signatures],
  ['keys', keys],
  ['horizon', horizon],
  ['entry', entry],
  ['previous', previous],
  ['next', next],
  ['entry-attestation', entryAttestation],
  ['chain-object', chainObject],
  ['checkpoint', checkpoint],
]

const checkOf = (name: CheckName, ok: boolean, finding: Finding): Check => ({
  name,
  ok,
  detail: findingWords(finding),
  ...finding,
})

/** Every check, whether or not an earlier one failed: what is wrong is named in full. */
export const checksOf = (evidence: Evidence): Check[] =>
  looks.map(([name, look]) => {
    try {
      return checkOf(name, true, look(evidence))
    } catch (error) {
      return checkOf(name, false, error instanceof Failed ? error.finding : found('unreadable'))
    }
  })
