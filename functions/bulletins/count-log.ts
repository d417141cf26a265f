// Counts one log file: once however often it is told of, in whatever order files come; then says the sums where the public reads.
import { createHash, randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { readObject } from '#functions/shared/objects.ts'
import { type Operation, put, putNew } from '#functions/shared/table.ts'
import { civilDay, shifted } from '#functions/shared/time.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { counting, findSalt, saltItem, visitorItem } from './counts-entity.ts'
import { loadListed } from './entity.ts'
import { byDay, onlineMs, type View, viewsIn } from './log.rules.ts'
import { tellCounts } from './place-counts.ts'

const actor = () => systemActor('bulletin-counts', 'counts')

/** A write that stands already is done: whoever was first did the same. */
const doneOnce = async (ref: string, ...operations: Operation[]): Promise<void> => {
  try {
    await write(actor(), ref, ...operations)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
  }
}

/** One a day, made by whoever needs it first. */
const saltOf = async (day: string): Promise<string> => {
  const there = await findSalt(day)
  if (there) return there
  const salt = randomBytes(32).toString('base64url')
  await doneOnce(day, putNew(saltItem(day, salt, Math.floor(now().getTime() / 1000))))
  return (await findSalt(day)) ?? salt
}

const noteVisitors = async (slug: string, views: readonly View[], salt: string): Promise<void> => {
  const seen = new Map<string, string>()
  for (const { visitor, at } of views) {
    const hash = createHash('sha256').update(`${salt} ${visitor}`).digest('base64url')
    if ((seen.get(hash) ?? '') < at) seen.set(hash, at)
  }
  const items = [...seen].map(([hash, at]) => put(visitorItem(slug, hash, at)))
  for (let from = 0; from < items.length; from += 50)
    await write(actor(), slug, ...items.slice(from, from + 50))
}

const countOne = async (slug: string, file: string, views: readonly View[]): Promise<void> => {
  const at = now().toISOString()
  const recent = views.filter((view) => view.at >= shifted(at, -onlineMs) && view.at <= at)
  if (recent.length > 0) await noteVisitors(slug, recent, await saltOf(civilDay(at)))
  await doneOnce(slug, ...counting({ slug, file, seconds: Math.floor(Date.parse(at) / 1000) }, byDay(views)))
  await tellCounts(slug)
}

/** @param file the name of a log file, which is what it is known by */
export const countLog = async (bucket: string, file: string): Promise<void> => {
  const bytes = await readObject(bucket, file)
  if (!bytes) return
  const views = Map.groupBy(viewsIn(gunzipSync(bytes).toString()), ({ slug }) => slug)
  for (const { slug } of await loadListed([...views.keys()]))
    await countOne(slug, file, views.get(slug) ?? [])
}
