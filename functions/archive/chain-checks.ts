// The checks of a record's place in the chain.
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { hashOfEntry } from './entity.ts'
import { expect, expectSigned, fail, found, type Look, linkOf } from './look.ts'

export const entry: Look = (evidence) => {
  const { entry, hash } = linkOf(evidence)
  const { id, digest, n, sealedAt } = evidence.head
  expect(hashOfEntry(entry) === hash, 'entry-differs')
  expect(
    entry.recordId === id && entry.digest === digest && entry.n === n && entry.at === sealedAt,
    'entry-other',
  )
  return found('entry-hash', { n: String(n), hash })
}

export const previous: Look = (evidence) => {
  const { entry } = linkOf(evidence)
  if (entry.n === 1) {
    expect(entry.prev === '0'.repeat(64), 'previous-zeros')
    return found('previous-first')
  }
  const n = String(entry.n - 1)
  const before = evidence.before ?? fail('chain-lost', { n })
  expect(hashOfEntry(before.entry) === entry.prev, 'previous-broken', { n })
  return found('previous-joined', { n })
}

export const next: Look = (evidence) => {
  const { entry, hash } = linkOf(evidence)
  const { end, after } = evidence
  expect(end.version >= entry.n, 'chain-cut', { n: String(end.version) })
  if (end.version === entry.n) {
    expect(end.hash === hash && !after, 'next-head')
    return found('next-last')
  }
  const n = String(entry.n + 1)
  const following = after ?? fail('chain-lost', { n })
  expect(following.entry.prev === hash, 'next-broken', { n })
  return found('next-joined', { n })
}

export const entryAttestation: Look = (evidence) => {
  const { entry, attestation } = linkOf(evidence)
  const by = attestation ?? fail('entry-unsigned')
  expectSigned(evidence, by, canonicalBytes(entry), 'entry-signature')
  return found('entry-signed', { kid: by.kid })
}

export const chainObject: Look = (evidence) => {
  const { entry, attestation } = linkOf(evidence)
  const object = evidence.object ?? fail('object-missing')
  expect(canonicalBytes({ attestation, entry }).equals(object), 'object-differs')
  return found('object-same')
}
