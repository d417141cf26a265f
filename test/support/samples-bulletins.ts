// Samples of the routes of the public bulletin, each of a bulletin that stands as the route wants it.
import { bulletinItem } from '#functions/bulletins/entity.ts'
import { newBulletin, submittedBy, withPhoto } from '#functions/bulletins/rules.ts'
import type { Bulletin, Photo } from '#functions/bulletins/schema.ts'
import { fixedNow, loadSources } from '#functions/bulletins/sources.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { uploadItem } from '#functions/files/entity.ts'
import { checked, newUpload } from '#functions/files/rules.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Item, put, remove } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import type { Sample } from './sample.ts'
import type { World } from './world.ts'

/** Whatever stood there. */
const stand = (...items: Item[]) => write(systemActor('test', 'req_test'), 'test', ...items.map(put))

const author = { sub: 'sub-of-the-author', name: 'Ban thư ký', at: '2022-11-23T10:00:00.000Z' }
const slug = '2022-11-23-hoi-nghi-thu-0a1b2c'

const draft = ({ ids }: World): Bulletin => newBulletin(ids.closed ?? '', slug, author)

const drafted = (world: World) => stand(bulletinItem(draft(world)))

const none = async (world: World) => {
  const { pk, sk } = bulletinItem(draft(world))
  await write(systemActor('test', 'req_test'), 'test', remove({ pk, sk }))
}

const submitted = async (world: World) => {
  const sources = await loadSources(await loadConference(world.ids.closed ?? ''))
  const bulletin = draft(world)
  await stand(bulletinItem(submittedBy(bulletin, author, await fixedNow(bulletin, sources))))
}

const published = (world: World) => stand(bulletinItem({ ...draft(world), state: 'published', version: 4 }))

const withPicture = async (world: World) => {
  world.ids.photo ??= newId('pho')
  const photo: Photo = { id: world.ids.photo, digest: 'a'.repeat(64), type: 'image/jpeg', caption: 'Ảnh' }
  await stand(bulletinItem(withPhoto(draft(world), photo)))
}

/** Whoever asks has sent a picture and had it checked. */
const withUpload = async (world: World, sub = 'nobody') => {
  const at = now().toISOString()
  const told = { name: 'Ảnh.jpg', type: 'image/jpeg' as const, bytes: 100, sha256: 'b'.repeat(64) }
  const upload = checked(newUpload({ id: newId('upl'), sub, at }, told), at)
  world.ids.picture = upload.id
  await Promise.all([drafted(world), stand(uploadItem(upload))])
}

const path = '/api/conferences/:id/bulletin'
const nothing = () => ({})
const closed = (more: Sample): Sample => ({ in: 'closed', body: nothing, ...more })

export const bulletinSamples: Record<string, Sample[]> = {
  [`GET ${path}`]: [closed({ before: drafted })],
  [`POST ${path}`]: [closed({ before: none })],
  [`PUT ${path}`]: [closed({ before: drafted, version: 1 })],
  [`POST ${path}/photos`]: [
    closed({
      before: withUpload,
      body: ({ ids }) => ({ upload: ids.picture ?? newId('upl'), caption: 'Điểm cầu Ninh Bình' }),
    }),
  ],
  [`GET ${path}/photos/:photo/file`]: [{ in: 'closed', params: { photo: 'photo' }, before: withPicture }],
  [`POST ${path}/submit`]: [closed({ before: drafted })],
  [`POST ${path}/approve`]: [closed({ before: submitted, version: 2 })],
  [`POST ${path}/return`]: [
    closed({ before: submitted, version: 2, body: () => ({ note: 'Sửa chú thích ảnh' }) }),
  ],
  [`POST ${path}/withdraw`]: [closed({ before: published, body: () => ({ reason: 'Sai số liệu' }) })],
}
