// Says daily, under the house's own key, how far the chain reaches: whoever cuts it later is found out by that.
import { certify } from '#functions/keys/certify.ts'
import type { VerificationKey } from '#functions/keys/schema.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putOnce, readObject } from '#functions/shared/objects.ts'
import { putNew } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { archiveBucket, keysOf } from './archive-bucket.ts'
import { Checkpoint, type DayCheckpoint } from './checkpoint.schema.ts'
import { checkpointItems, checkpointObject, findCheckpoint, loadCheckpoints } from './checkpoint-entity.ts'
import { chainObject, findLink, hashOfEntry, loadHead } from './entity.ts'
import { checkpointMade } from './events.ts'
import { BrokenChain, beginning, followed, type Reached } from './follow-chain.ts'
import { ChainObject } from './schema.ts'
import { expectSeen, storedCheckpoint } from './stored-checkpoints.ts'

const entryAt = async (n: number): Promise<string | undefined> => {
  const bytes = await archiveBucket().read(chainObject(n))
  return bytes && hashOfEntry(ChainObject.parse(JSON.parse(bytes.toString('utf8'))).entry)
}

/** Where the last checkpoint was, which must still be there. @throws BrokenChain */
const lastReached = async (): Promise<Reached> => {
  const [last] = await loadCheckpoints()
  if (!last) return beginning
  const { n, digest } = last.statement
  if ((await entryAt(n)) !== digest)
    throw new BrokenChain(chainObject(n), `the checkpoint of ${last.day} saw another entry there`)
  return { n, hash: digest }
}

/** A seal may be between its steps, or have broken off there, for an hour: then somebody must look. */
const isUnderway = async (n: number): Promise<boolean> => {
  const link = await findLink(n)
  return link !== undefined && now().getTime() - Date.parse(link.entry.at) < 3_600_000
}

/** As far as the stored chain goes on from there; an entry that is not published yet waits for the next day. */
const reachedNow = async (): Promise<Reached> => {
  const objects = archiveBucket()
  const [keys, end] = await Promise.all([keysOf(objects), loadHead()])
  let reached = await lastReached()
  if (reached.n > end.version)
    throw new BrokenChain(chainObject(end.version + 1), 'the index of the chain is cut')
  while (reached.n < end.version) {
    const place = chainObject(reached.n + 1)
    const bytes = await objects.read(place)
    if (!bytes && (await isUnderway(reached.n + 1))) break
    const { entry, hash } = followed(reached, place, bytes, keys)
    reached = { n: entry.n, hash }
  }
  return reached
}

/** What lies there for the day; of two made at once the first that was put. */
const stored = async (day: string, requestId: string): Promise<Buffer | undefined> => {
  const bucket = required('ARCHIVE_BUCKET')
  const there = await readObject(bucket, checkpointObject(day))
  if (there) return there
  const { n, hash } = await reachedNow()
  if (n === 0) return undefined
  const said = { act: 'chain.checkpoint', at: now().toISOString(), count: n, digest: hash, n } as const
  const bytes = canonicalBytes(await certify(requestId, said))
  try {
    await putOnce(bucket, checkpointObject(day), bytes)
    return bytes
  } catch (error) {
    const twins = await readObject(bucket, checkpointObject(day))
    if (!twins) throw error
    return twins
  }
}

/** Notes it in the table; a twin may have noted it first. */
const note = async (checkpoint: DayCheckpoint, requestId: string): Promise<void> => {
  const actor = systemActor('checkpoint', requestId)
  const items = checkpointItems(checkpoint).map(putNew)
  await write(actor, checkpoint.day, ...items, emit(actor, checkpointMade(checkpoint))).catch((error) => {
    if (!(error instanceof Stale)) throw error
  })
}

/** Days whose checkpoint reached the bucket alone are taken up, oldest first. @throws BrokenChain when one is none */
const takeUp = async (today: string, requestId: string): Promise<void> => {
  const objects = archiveBucket()
  const noted = await loadCheckpoints()
  const days = new Set(noted.map(({ day }) => day))
  const since = noted.at(-1)?.day ?? ''
  let keys: VerificationKey[] | undefined
  for await (const place of objects.keys(checkpointObject(''))) {
    const day = place.slice(checkpointObject('').length)
    if (day < since || day >= today || days.has(day)) continue
    const checkpoint = storedCheckpoint(place, await objects.read(place))
    keys ??= await keysOf(objects)
    expectSeen(checkpoint, await findLink(checkpoint.statement.n), keys)
    await note(checkpoint, requestId)
  }
}

/**
 * Makes today's checkpoint, or completes one that broke off, also of days before; once made, it stays what it is.
 * @returns it; undefined while nothing is sealed
 * @throws BrokenChain when the chain is not what the last checkpoint saw: somebody must look
 */
export const makeCheckpoint = async (requestId: string): Promise<DayCheckpoint | undefined> => {
  const day = civilDay(now().toISOString())
  const known = await findCheckpoint(day)
  if (known) return known
  await takeUp(day, requestId)
  const bytes = await stored(day, requestId)
  if (!bytes) return undefined
  const checkpoint = { ...Checkpoint.parse(JSON.parse(bytes.toString('utf8'))), day }
  await note(checkpoint, requestId)
  return checkpoint
}
