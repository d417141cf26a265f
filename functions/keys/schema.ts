// Keys and what the house itself states with one of them: shapes. All of it is kept for ever, so all of it is final.
import * as z from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A public key that attested something: kept for ever, so that a rotated key leaves old records verifiable. */
export const VerificationKey = z.object({
  /** `key_` and the first 32 digits of the fingerprint. */
  kid: z.string(),
  /** SHA-256 of the key's SPKI DER. */
  fingerprint: Hash,
  algorithm: z.literal('ECDSA-P256-SHA256-DER'),
  /** PEM, SPKI. */
  publicKey: z.string(),
})
export type VerificationKey = z.infer<typeof VerificationKey>

export const HouseAct = z.enum(['package.certified', 'extract.certified', 'chain.checkpoint'])
export type HouseAct = z.infer<typeof HouseAct>

/**
 * What the house says in its own name, for no person: that a package or an extract is of a sealed record, how far the
 * chain reached. Members beside these are the act's own; all of them are under the signature.
 */
export const HouseStatement = z.looseObject({
  act: HouseAct,
  /** UTC instant of the statement. */
  at: z.string(),
  /** SHA-256 of what it speaks of: a package's manifest, an extract's bytes, the canonical form of a chain entry. */
  digest: Hash,
  /** The key that attests. */
  kid: z.string(),
})
export type HouseStatement = z.infer<typeof HouseStatement>

/** The house's statement under its own key: base64 of DER ECDSA P-256 with SHA-256 over its canonical bytes. */
export const HouseAttestation = z.object({
  kid: z.string(),
  signature: z.base64(),
  statement: HouseStatement,
})
export type HouseAttestation = z.infer<typeof HouseAttestation>
