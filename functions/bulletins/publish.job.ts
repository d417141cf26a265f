// The job that makes the public place say what was decided: a page where a bulletin was approved, none where it was withdrawn.
import { readFile } from '#functions/files/exports.ts'
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { defineJob, type JobContext } from '#functions/shared/job.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { bulletinItem, lineItem, loadBulletin } from './entity.ts'
import { bulletinPublished, bulletinTakenDown } from './events.ts'
import { publicPicture } from './picture.ts'
import { isPlaced, putBulletin, putDress, putGone, putList, putPicture } from './place.ts'
import { PublicBulletin, type PublicPhoto } from './public.schema.ts'
import { published, takenDown } from './rules.ts'
import { type Bulletin, type FixedPhoto, type Photo, PublishOrder } from './schema.ts'

const entryOf = ({ slug, title, startsAt }: PublicBulletin) => ({ slug, title, startsAt })

const putPhoto = async (slug: string, { digest, ...said }: FixedPhoto, type: Photo['type']) => {
  const { large, small, width, height } = await publicPicture(await readFile(digest), type)
  await putPicture(slug, large.digest, large.bytes)
  await putPicture(slug, small.digest, small.bytes)
  return { large: large.digest, small: small.digest, width, height, ...said } satisfies PublicPhoto
}

/** One after the other: pixels of a picture take a hundred times its bytes. */
const putPhotos = async ({ slug, fixed, photos }: Bulletin, context: JobContext): Promise<PublicPhoto[]> => {
  const done: PublicPhoto[] = []
  for (const [at, one] of (fixed?.photos ?? []).entries()) {
    const type = photos.find(({ digest }) => digest === one.digest)?.type
    if (type) done.push(await putPhoto(slug, one, type))
    await context.progress(at + 1, fixed?.photos.length)
  }
  return done
}

const publish = async (actor: Actor, bulletin: Bulletin, context: JobContext): Promise<void> => {
  if (!bulletin.fixed) throw new Error('approved, and nothing was submitted')
  const photos = await putPhotos(bulletin, context)
  const content = PublicBulletin.parse({ ...bulletin.fixed.facts, photos })
  await putBulletin(content)
  const next = published(bulletin, { at: now().toISOString(), content })
  const line = lineItem(entryOf(content), true)
  const told = emit(actor, bulletinPublished(next))
  await write(actor, next.slug, putNext(bulletinItem(next)), put(line), told)
}

const takeDown = async (actor: Actor, bulletin: Bulletin): Promise<void> => {
  await putGone(bulletin.slug)
  if (!bulletin.shown) return
  const next = takenDown(bulletin)
  const line = lineItem(entryOf(bulletin.shown.content), false)
  const told = emit(actor, bulletinTakenDown(next))
  await write(actor, next.slug, putNext(bulletinItem(next)), put(line), told)
}

/** What another decided meanwhile stands: then it is carried out instead. */
const carryOut = async (id: string, context: JobContext): Promise<void> => {
  const actor = systemActor('bulletins', context.actor.requestId)
  const bulletin = await loadBulletin(id)
  try {
    if (bulletin.state === 'approved') await publish(actor, bulletin, context)
    else if (bulletin.state === 'withdrawn') await takeDown(actor, bulletin)
    else if (bulletin.shown) await putBulletin(bulletin.shown.content)
    // Put by a run that was overtaken, and reworked since.
    else if (await isPlaced(bulletin.slug)) await putGone(bulletin.slug)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    await carryOut(id, context)
  }
}

/** Repeated, late or beside another of its kind, it leaves the place as the bulletin says. */
export const publishing = defineJob({
  name: 'bulletin.publish',
  input: PublishOrder,
  run: async (context, { conferenceId }) => {
    await putDress()
    await carryOut(conferenceId, context)
    await putList()
    return {}
  },
})
