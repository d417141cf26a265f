// Check what was put: whole, of the type told, without what is not let in; then copied to the key that is its digest.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { withoutClaim } from '#functions/shared/actor.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { copyOnce, readVersion } from '#functions/shared/objects.ts'
import { Problem, type Slug } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadUpload, uploadItem } from './entity.ts'
import { uploadChecked, uploadRefused } from './events.ts'
import { lookInto } from './look.ts'
import { checked, refused, shownUpload } from './rules.ts'
import { fileKey, type StoredUpload } from './schema.ts'

/** The object as it was put. The store has held the sender to length and digest; this holds the store to them. */
const readPut = async ({ quarantine, bytes, sha256: digest, name }: StoredUpload) => {
  const put = await readVersion(required('FILES_BUCKET'), quarantine)
  if (!put) throw new Problem('upload-missing', { detail: name })
  if (put.bytes.length !== bytes || sha256(put.bytes) !== digest) throw new Problem('file-damaged')
  return put
}

const refuse = async (actor: Actor, upload: StoredUpload, problem: Problem): Promise<never> => {
  const next = refused(upload, now().toISOString(), problem)
  await write(withoutClaim(actor), next.id, putNext(uploadItem(next)), emit(actor, uploadRefused(next)))
  throw problem
}

/**
 * Looks into the upload and takes it into the house. Repeating it answers the same.
 * @throws Problem `not-allowed` for anybody else's; `upload-missing` before the bytes came; `file-type-refused`, `file-damaged`, `file-encrypted`,
 * `file-active`, `file-unsafe`, each kept in the log
 */
export const checkUpload = async (actor: Actor, id: string) => {
  const upload = await loadUpload(id)
  if (upload.sub !== actor.sub) allow(actor, 'upload:check')
  const { refusal } = upload
  if (refusal) throw new Problem(refusal.slug as Slug, refusal.detail ? { detail: refusal.detail } : {})
  if (upload.state !== 'asked') return shownUpload(upload)
  const { bytes, etag } = await readPut(upload)
  try {
    await lookInto(bytes, upload.type)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refuse(actor, upload, error)
  }
  const to = fileKey(upload.sha256)
  await copyOnce(required('FILES_BUCKET'), {
    from: upload.quarantine,
    to,
    etag,
    contentType: upload.type,
  })
  const next = checked(upload, now().toISOString())
  await write(actor, next.id, putNext(uploadItem(next)), emit(actor, uploadChecked(next)))
  return shownUpload(next)
}
