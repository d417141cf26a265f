// The pictures of a bulletin as they were uploaded, for the desk alone: served by the function of files.
import { Hono } from 'hono'
import { loadConference } from '#functions/conferences/entity.ts'
import { extensions, fileKey } from '#functions/files/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { required } from '#functions/shared/config.ts'
import { Address, handOut } from '#functions/shared/hand-out.ts'
import { presignDownload } from '#functions/shared/presigned.ts'
import { Problem } from '#functions/shared/problem.ts'
import { doc, type Env } from '#functions/shared/route.ts'
import { valid } from '#functions/shared/valid.ts'
import { loadBulletin } from './entity.ts'
import { PhotoPath } from './schema.ts'

/** @throws Problem `not-found`, `not-allowed` */
const openPhoto = async (actor: Actor, id: string, photoId: string): Promise<string> => {
  const { hostUnitId } = await loadConference(id)
  allow(actor, 'bulletin:read', { conference: id, host: hostUnitId })
  const photo = (await loadBulletin(id)).photos.find((one) => one.id === photoId)
  if (!photo) throw new Problem('not-found')
  const { digest, type } = photo
  const name = `anh-${digest.slice(0, 8)}.${extensions[type]}`
  return presignDownload(required('FILES_BUCKET'), fileKey(digest), { name, type })
}

export const bulletinPhotos = new Hono<Env>().get(
  '/:id/bulletin/photos/:photo/file',
  doc({
    act: 'bulletin:read',
    summary: 'A picture as uploaded: 303 to an address for one minute, or the address as JSON',
    answer: Address,
    status: 303,
  }),
  valid('param', PhotoPath),
  async (c) => {
    const { id, photo } = c.req.valid('param')
    return handOut(c, await openPhoto(c.var.actor, id, photo))
  },
)
