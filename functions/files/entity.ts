// Uploads in the table: each an item of its own, known to the account that asked for it.
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Item, type Key, load } from '#functions/shared/table.ts'
import { StoredUpload } from './schema.ts'

const key = (id: string): Key => ({ pk: `UPLOAD#${id}`, sk: 'UPLOAD' })

export const uploadItem = (upload: StoredUpload): Item & { version: number } => ({
  ...upload,
  ...key(upload.id),
  type: 'upload',
  mediaType: upload.type,
})

const Kept = StoredUpload.omit({ type: true })
  .extend({ mediaType: StoredUpload.shape.type })
  .transform(({ mediaType, ...upload }): StoredUpload => ({ ...upload, type: mediaType }))

/** @throws Problem `not-found` */
export const loadUpload = async (id: string): Promise<StoredUpload> => {
  const upload = await load(key(id), Kept)
  if (!upload) throw new Problem('not-found')
  return upload
}

/** The actor's own upload; anybody else's is not there. @throws Problem `not-found` */
export const loadOwnUpload = async (actor: Actor, id: string): Promise<StoredUpload> => {
  const upload = await loadUpload(id)
  if (upload.sub !== actor.sub) throw new Problem('not-found')
  return upload
}
