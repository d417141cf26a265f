// The house states something in its own name, under its own key: a package, an extract, how far the chain reached.
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { publishedCertifier } from './published-signer.ts'
import type { HouseAct, HouseAttestation } from './schema.ts'

/** What is stated: `digest` of what it speaks of, and whatever members the act has beside. */
type Said = { act: HouseAct; at: string; digest: string; [member: string]: unknown }

/** @returns the statement with the key's id in it, and the signature over its canonical bytes */
export const certify = async (requestId: string, said: Said): Promise<HouseAttestation> => {
  const signer = await publishedCertifier(requestId)
  const { kid } = signer.key
  const statement = { ...said, kid }
  const signature = await signer.sign(canonicalBytes(statement))
  return { kid, signature: signature.toString('base64'), statement }
}
