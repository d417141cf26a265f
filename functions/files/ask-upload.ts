// Ask for an address to put one file to: the bytes go straight to the store, bound to what was told of them.

import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { presignUpload } from '#functions/shared/presigned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadOwnUpload, uploadItem } from './entity.ts'
import { uploadAsked } from './events.ts'
import { newUpload, shownUpload } from './rules.ts'
import type { StoredUpload, UploadInput } from './schema.ts'

const ticketFor = async (upload: StoredUpload) => ({
  ...shownUpload(upload),
  ...(await presignUpload(required('FILES_BUCKET'), upload.quarantine, upload)),
})

/** @throws Problem `not-allowed` */
export const askUpload = async (actor: Actor, input: UploadInput) => {
  allow(actor, 'file:upload')
  const upload = newUpload({ id: newId('upl'), sub: actor.sub, at: now().toISOString() }, input)
  await write(actor, upload.id, putNew(uploadItem(upload)), emit(actor, uploadAsked(upload)))
  return ticketFor(upload)
}

/**
 * The same upload with a new address, for a request that is repeated by whoever may still upload.
 * @throws Problem `not-allowed`, `upload-used` once it was checked
 */
export const askAgain = async (actor: Actor, id: string) => {
  allow(actor, 'file:upload')
  const upload = await loadOwnUpload(actor, id)
  if (upload.state !== 'asked') throw new Problem('upload-used')
  return ticketFor(upload)
}
