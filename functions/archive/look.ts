// What checks of a sealed record are made of: parts of the evidence that must be there, and how a finding is said.
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import type { FindingCode } from './findings.data.ts'
import type { Evidence } from './load-evidence.ts'
import type { Finding, SealedRecord } from './schema.ts'

export const found = (code: FindingCode, params: Finding['params'] = {}): Finding => ({ code, params })

/** Says what is wrong. */
export class Failed extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.code)
    this.finding = finding
  }
}

export const fail = (code: FindingCode, params?: Finding['params']): never => {
  throw new Failed(found(code, params))
}

export const expect = (holds: boolean, otherwise: FindingCode, params?: Finding['params']): void => {
  if (!holds) fail(otherwise, params)
}

export const bytesOf = ({ bytes }: Evidence): Buffer => bytes ?? fail('file-missing')

export const recordOf = ({ record }: Evidence): SealedRecord => record ?? fail('file-malformed')

export const linkOf = ({ link }: Evidence) => link ?? fail('link-missing')

export const same = (a: unknown, b: unknown): boolean => canonicalBytes(a).equals(canonicalBytes(b))

/** The member as stored, before any schema has looked at it: what was signed is that. */
export const stored = ({ raw }: Evidence, member: string): unknown => raw?.[member] ?? fail('file-unreadable')

export const keyOf = ({ keys }: Evidence, kid: string): VerificationKey =>
  keys.find((key) => key.kid === kid) ?? fail('key-unpublished', { kid })

/** A key is what its fingerprint says, or it is no key of ours. */
export const pemOf = (key: VerificationKey): string => {
  const spki = createPublicKey(key.publicKey).export({ format: 'der', type: 'spki' })
  const fingerprint = createHash('sha256').update(spki).digest('hex')
  expect(
    fingerprint === key.fingerprint && key.kid === `key_${fingerprint.slice(0, 32)}`,
    'key-fingerprint',
    { kid: key.kid },
  )
  return key.publicKey
}

export const expectSigned = (
  evidence: Evidence,
  by: { kid: string; signature: string },
  over: Buffer,
  otherwise: FindingCode,
  params?: Finding['params'],
) => {
  const pem = pemOf(keyOf(evidence, by.kid))
  expect(verify('sha256', over, pem, Buffer.from(by.signature, 'base64')), otherwise, params)
}

/** One check: what it found, or `Failed`. */
export type Look = (evidence: Evidence) => Finding
