// The job that makes the public place say what was decided: a page where a bulletin was approved, none where it was withdrawn.
import { type Actor, systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { defineJob, type JobContext } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { bulletinItem, lineItem, loadBulletin } from './entity.ts'
import { bulletinFailed, bulletinPublished, bulletinTakenDown } from './events.ts'
import { type Made, makePhotos, type Unshown } from './make-photos.ts'
import { isPlaced, putBulletin, putDress, putGone, putList, putPicture } from './place.ts'
import { PublicBulletin } from './public.schema.ts'
import { failedOn, published, takenDown } from './rules.ts'
import { type Bulletin, PublishOrder } from './schema.ts'

const entryOf = ({ slug, title, startsAt }: PublicBulletin) => ({ slug, title, startsAt })

const publish = async (actor: Actor, bulletin: Bulletin, made: Made[]): Promise<void> => {
  if (!bulletin.fixed) throw new Error('approved, and nothing was submitted')
  for (const { digest, bytes } of made.flatMap(({ files }) => files))
    await putPicture(bulletin.slug, digest, bytes)
  const photos = made.map(({ shown }) => shown)
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

/** Back at the desk with the picture named, and told as failed to whoever let it out. */
const giveBack = async (actor: Actor, bulletin: Bulletin, unshown: Unshown): Promise<never> => {
  const { problem, place, caption } = unshown
  const next = failedOn(bulletin, { at: now().toISOString(), place, caption, reason: problem.slug })
  await write(actor, next.slug, putNext(bulletinItem(next)), emit(actor, bulletinFailed(next)))
  throw new Problem(problem.slug, { detail: caption })
}

/** No picture is public before all are made. */
const letOut = async (actor: Actor, bulletin: Bulletin, context: JobContext): Promise<void> => {
  const made = await makePhotos(bulletin, context)
  if (!Array.isArray(made)) return giveBack(actor, bulletin, made)
  return publish(actor, bulletin, made)
}

/** What another decided meanwhile stands: then it is carried out instead. */
const carryOut = async (id: string, context: JobContext): Promise<void> => {
  const actor = systemActor('bulletins', context.actor.requestId)
  const bulletin = await loadBulletin(id)
  try {
    if (bulletin.state === 'approved') await letOut(actor, bulletin, context)
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
