// Publishes the key that signs before it signs: in the table for readers, in the bucket for those without us.
import { keyObject } from '#functions/archive/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { putOnce } from '#functions/shared/objects.ts'
import { putNew } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { loadVerificationKeysOf, verificationKeyItem } from './entity.ts'
import { houseSigner, type Signer } from './signer.ts'

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

/** The house's signer, its public key kept for ever. */
export const publishedSigner = async (requestId: string): Promise<Signer> => {
  const signer = await houseSigner()
  const { kid, publicKey } = signer.key
  await keep(signer, requestId)
  await putOnce(required('ARCHIVE_BUCKET'), keyObject(kid), Buffer.from(publicKey), 'application/x-pem-file')
  return signer
}
