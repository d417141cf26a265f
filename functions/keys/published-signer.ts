// Publishes a key before it signs: in the table for readers, in the bucket for those without us.
import { systemActor } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { putOnce } from '#functions/shared/objects.ts'
import { putNew } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { keyObject, loadVerificationKeysOf, verificationKeyItem } from './entity.ts'
import { attestingSigner, certifyingSigner, type Signer } from './signer.ts'

const keep = async ({ key }: Signer, requestId: string): Promise<void> => {
  const [kept] = await loadVerificationKeysOf([key.kid])
  if (kept && kept.publicKey !== key.publicKey) throw new Error(`${key.kid} is kept with another key`)
  if (kept) return
  await write(systemActor('publish-key', requestId), key.kid, putNew(verificationKeyItem(key))).catch(
    (error) => {
      if (!(error instanceof Stale)) throw error // a twin kept it first
    },
  )
}

const published = async (signer: Signer, requestId: string): Promise<Signer> => {
  const { kid, publicKey } = signer.key
  await keep(signer, requestId)
  await putOnce(required('ARCHIVE_BUCKET'), keyObject(kid), Buffer.from(publicKey), 'application/x-pem-file')
  return signer
}

/** The signer over acts of people and entries of the chain, its public key kept for ever. */
export const publishedSigner = async (requestId: string): Promise<Signer> =>
  published(await attestingSigner(), requestId)

/** The signer of the house's own statements, its public key kept for ever. */
export const publishedCertifier = async (requestId: string): Promise<Signer> =>
  published(await certifyingSigner(), requestId)
