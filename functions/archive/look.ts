// What checks of a sealed record are made of: parts of the evidence that must be there, and how a finding is said.
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import type { Evidence } from './load-evidence.ts'
import type { SealedRecord } from './schema.ts'

/** Says what is wrong. */
export class Failed extends Error {}

export const fail = (detail: string): never => {
  throw new Failed(detail)
}

export const expect = (holds: boolean, otherwise: string): void => {
  if (!holds) fail(otherwise)
}

export const bytesOf = ({ bytes }: Evidence): Buffer => bytes ?? fail('Không có tệp hồ sơ trong kho.')

export const recordOf = ({ record }: Evidence): SealedRecord =>
  record ?? fail('Tệp hồ sơ không đúng cấu trúc.')

export const linkOf = ({ link }: Evidence) => link ?? fail('Chuỗi hồ sơ thiếu mắt xích này.')

export const same = (a: unknown, b: unknown): boolean => canonicalBytes(a).equals(canonicalBytes(b))

/** The member as stored, before any schema has looked at it: what was signed is that. */
export const stored = ({ raw }: Evidence, member: string): unknown =>
  raw?.[member] ?? fail('Tệp hồ sơ không đọc được.')

export const keyOf = ({ keys }: Evidence, kid: string): VerificationKey =>
  keys.find((key) => key.kid === kid) ?? fail(`Không có khóa ${kid} trong danh mục khóa đã công bố.`)

/** A key is what its fingerprint says, or it is no key of ours. */
export const pemOf = (key: VerificationKey): string => {
  const spki = createPublicKey(key.publicKey).export({ format: 'der', type: 'spki' })
  const fingerprint = createHash('sha256').update(spki).digest('hex')
  expect(
    fingerprint === key.fingerprint && key.kid === `key_${fingerprint.slice(0, 32)}`,
    `Khóa ${key.kid} không khớp dấu vân tay của nó.`,
  )
  return key.publicKey
}

export const expectSigned = (
  evidence: Evidence,
  by: { kid: string; signature: string },
  over: Buffer,
  what: string,
) => {
  const pem = pemOf(keyOf(evidence, by.kid))
  expect(verify('sha256', over, pem, Buffer.from(by.signature, 'base64')), `${what} không đúng.`)
}

/** One check: a sentence on what it found, or `Failed`. */
export type Look = (evidence: Evidence) => string
