// Draft a bulletin, and work at it: what it tells, in whose words, with which pictures.
import type { Conference } from '#functions/conferences/schema.ts'
import { acceptUpload } from '#functions/files/accept-upload.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { expectChosen, slugOf } from './compose.rules.ts'
import { bulletinItem, findBulletin, loadBulletin } from './entity.ts'
import { bulletinDrafted, bulletinEdited, photoAdded } from './events.ts'
import { expectDesk } from './read-bulletin.ts'
import { edited, newBulletin, withPhoto } from './rules.ts'
import { type BulletinInput, mostPhotoBytes, type Photo, type PhotoInput, photoTypes } from './schema.ts'
import { actBy, expectPoints, loadChoices } from './sources.ts'

/** Not the id, nor anything it could be found by. */
const markOf = ({ id }: Conference): string => sha256(`bulletin ${id}`).slice(0, 6)

/** @throws Problem `bulletin-internal`, `conference-state`, `bulletin-state` when there is one */
export const draftBulletin = async (actor: Actor, id: string): Promise<void> => {
  const conference = await expectDesk(actor, id, 'bulletin:write')
  const there = await findBulletin(id)
  if (there) throw new Problem('bulletin-state', { detail: there.state })
  const bulletin = newBulletin(id, slugOf(conference, markOf(conference)), actBy(actor))
  await write(actor, id, putNew(bulletinItem(bulletin)), emit(actor, bulletinDrafted(bulletin)))
}

/**
 * @param version the version that was read, from `If-Match`
 * @throws Problem `stale-version`, `bulletin-state`, `outcome-unknown`, `photo-unknown`, `point-unknown`
 */
export const editBulletin = async (
  actor: Actor,
  id: string,
  version: number,
  input: BulletinInput,
): Promise<void> => {
  await expectDesk(actor, id, 'bulletin:write')
  const current = await loadBulletin(id)
  expectVersion(current.version, version)
  const choices = await loadChoices(id)
  expectChosen(input.figureIds, choices.figures, 'figureIds')
  expectChosen(input.commendationIds, choices.commendations, 'commendationIds')
  await expectPoints(id, input.photos, (at) => `/photos/${at}/pointId`)
  const next = edited(current, input)
  await write(actor, id, putNext(bulletinItem(next)), emit(actor, bulletinEdited(next)))
}

const accept = async (actor: Actor, upload: string) => {
  try {
    return await acceptUpload(actor, upload, { types: photoTypes, most: mostPhotoBytes })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw wrongField(error.slug === 'not-found' ? 'upload-unknown' : error.slug, '/upload', upload)
  }
}

/** @throws Problem `upload-unknown`, `upload-used`, `upload-unchecked`, `file-type-refused`, `file-too-large`, `point-unknown`, `photos-full`, `bulletin-state` */
export const addPhoto = async (actor: Actor, id: string, input: PhotoInput): Promise<void> => {
  await expectDesk(actor, id, 'bulletin:write')
  const current = await loadBulletin(id)
  const { upload, ...said } = input
  await expectPoints(id, [said], () => '/pointId')
  const { digest, type, use } = await accept(actor, upload)
  const photo: Photo = { id: newId('pho'), digest, type: type as Photo['type'], ...said }
  const next = withPhoto(current, photo)
  await write(actor, id, putNext(bulletinItem(next)), use, emit(actor, photoAdded(next)))
}
