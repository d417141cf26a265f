// The event log: each act's event item is at once the audit log, the outbox and the history minutes are compiled from.
import * as z from 'zod'
import type { Actor } from './actor.ts'
import { now } from './clock.ts'
import { later } from './later.ts'
import { newUlid } from './new-id.ts'
import { all, loadMany, type Operation, page, putNew } from './table.ts'
import { effectiveAt } from './time.ts'

/** What a context announces: a past-tense name, what it is about, and the facts. Built by its pure events.ts. */
export type Announcement = {
  name: `${string}.${string}`
  /** The log it belongs to: a conference id, or another root such as `grants` or `directory`. */
  scope: string
  /** The id of the thing it happened to. */
  subject: string
  /** The bridge point it concerns, if one: also spreads the log over its shards. */
  point?: string | undefined
  data: Record<string, unknown>
}

/** When the act says it happened, for acts that may be told late. */
export type ToldTime = { claimedAt?: string | undefined; openedAt?: string | undefined }

const By = later(() => z.object({ sub: z.string(), personId: z.string().optional(), name: z.string() }))

/** An event as recorded. `recordedAt` is the server's time; `effectiveAt` the corrected, clamped claim. */
export const RecordedEvent = later(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    scope: z.string(),
    subject: z.string(),
    point: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
    by: By,
    requestId: z.string(),
    recordedAt: z.string(),
    claimedAt: z.string().optional(),
    offsetMs: z.number().optional(),
    effectiveAt: z.string(),
  }),
)
export type RecordedEvent = z.infer<typeof RecordedEvent>

const shards = 16

/** Sixteen partitions a log, by point: 3,353 points that act at once must not share one partition's limit. */
const shardOf = (text: string): number => {
  let hash = 0
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return hash % shards
}

const partition = (scope: string, shard: number) => `EVT#${scope}#${shard}`

/** The event as it will be recorded: for verbs that need its id in the state they write. */
export const recorded = (actor: Actor, announcement: Announcement, told: ToldTime = {}): RecordedEvent => {
  const recordedAt = now().toISOString()
  const claim = {
    claimedAt: told.claimedAt,
    offsetMs: actor.offsetMs,
    openedAt: told.openedAt,
    receivedAt: recordedAt,
  }
  return {
    ...announcement,
    id: `evt_${newUlid()}`,
    by: { sub: actor.sub, personId: actor.personId, name: actor.name },
    requestId: actor.requestId,
    recordedAt,
    claimedAt: told.claimedAt,
    offsetMs: actor.offsetMs,
    effectiveAt: effectiveAt(claim),
  }
}

/** Of a job the kind, for rules that hear of some kinds alone; never missing, for the bus is told only what every event has. */
const kindOf = ({ data: { kind } }: RecordedEvent): string => (typeof kind === 'string' ? kind : '')

/** The operation that records an event already made by `recorded`. */
export const putEvent = (event: RecordedEvent): Operation =>
  putNew({
    ...event,
    pk: partition(event.scope, shardOf(event.point ?? event.subject)),
    sk: event.id.slice('evt_'.length),
    type: 'event',
    kind: kindOf(event),
  })

/** The operation that records an announcement made now by this actor. */
export const emit = (actor: Actor, announcement: Announcement, told: ToldTime = {}): Operation =>
  putEvent(recorded(actor, announcement, told))

/** Server clocks differ: what is younger than this may still gain an earlier neighbour. */
const settlingMs = 5_000

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The smallest ULID of a moment: ten letters of time, sixteen zeros. */
const ulidFloor = (at: Date): string => {
  let time = at.getTime()
  let letters = ''
  for (let place = 0; place < 10; place++) {
    letters = alphabet[time % 32] + letters
    time = Math.floor(time / 32)
  }
  return letters + '0'.repeat(16)
}

const bySequence = (a: RecordedEvent, b: RecordedEvent) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const shardNumbers = Array.from({ length: shards }, (_, shard) => shard)

/**
 * A page of a log, oldest first, merged from its shards; stops 5 s before now. Time order, not causality.
 * @param after the id of the last event already seen
 */
export const readLog = async (scope: string, after: string | undefined, limit: number) => {
  const from = after ? `${after.slice('evt_'.length)}~` : '0'
  const to = ulidFloor(new Date(now().getTime() - settlingMs))
  if (from > to) return { items: [], next: undefined }
  const pages = await Promise.all(
    shardNumbers.map((shard) =>
      page({ pk: partition(scope, shard), between: { from, to }, limit }, RecordedEvent),
    ),
  )
  const unfinished = pages.flatMap(({ items, next }) => (next ? (items.at(-1)?.id ?? '') : []))
  const known = unfinished.sort()[0] ?? '~'
  const items = pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => id <= known)
    .sort(bySequence)
    .slice(0, limit)
  const more = unfinished.length > 0 || items.length === limit
  return { items, next: more ? items.at(-1)?.id : undefined }
}

/** Whether an event was recorded at or before a moment (UTC instant), by the time in its id. */
export const isWithin = (id: string, until: string): boolean =>
  id.slice('evt_'.length) < ulidFloor(new Date(Date.parse(until) + 1))

/** Every event of a log recorded up to a moment, oldest first. */
export const wholeLog = async (scope: string, until: Date): Promise<RecordedEvent[]> => {
  const between = { from: '0', to: `${ulidFloor(new Date(until.getTime() + 1))}` }
  const parts = await Promise.all(
    shardNumbers.map((shard) => all({ pk: partition(scope, shard), between }, RecordedEvent)),
  )
  return parts.flat().sort(bySequence)
}

/** Every event of a log recorded later than a moment (UTC instant), oldest first. */
export const logSince = async (scope: string, moment: string): Promise<RecordedEvent[]> => {
  const between = { from: ulidFloor(new Date(Date.parse(moment) + 1)), to: '~' }
  const parts = await Promise.all(
    shardNumbers.map((shard) => all({ pk: partition(scope, shard), between }, RecordedEvent)),
  )
  return parts.flat().sort(bySequence)
}

/** The events of these ids, oldest first; what is no event of this log is left out. */
export const eventsNamed = async (scope: string, ids: readonly string[]): Promise<RecordedEvent[]> => {
  const keys = [...new Set(ids)].flatMap((id) =>
    shardNumbers.map((shard) => ({ pk: partition(scope, shard), sk: id.slice('evt_'.length) })),
  )
  return (await loadMany(keys, RecordedEvent)).sort(bySequence)
}

/** Every event of one point of a log, oldest first: they all stand in one shard. */
export const pointLog = async (scope: string, point: string): Promise<RecordedEvent[]> =>
  (await all({ pk: partition(scope, shardOf(point)) }, RecordedEvent)).filter(
    (event) => event.point === point,
  )

/** Every event about the root of a log itself, oldest first: they all stand in one shard. */
export const rootLog = async (scope: string): Promise<RecordedEvent[]> =>
  (await all({ pk: partition(scope, shardOf(scope)) }, RecordedEvent)).filter(
    ({ subject, point }) => subject === scope && point === undefined,
  )

/** Up to which moment (without it all there is), and how many events make a page. */
type Reach = { until?: Date; limit?: number }

async function* pagesOf(scope: string, shard: number, { until, limit }: Reach) {
  const between = until && { from: '0', to: ulidFloor(new Date(until.getTime() + 1)) }
  let after: Record<string, unknown> | undefined
  do {
    const where = {
      pk: partition(scope, shard),
      after,
      ...(between ? { between } : {}),
      ...(limit ? { limit } : {}),
    }
    const { items, next } = await page(where, RecordedEvent)
    yield items
    after = next
  } while (after)
}

/** A log shard by shard, each page by page, oldest first: nothing holds the whole; a point's events are in one shard. */
export const logShards = (scope: string, reach: Reach = {}): AsyncGenerator<RecordedEvent[]>[] =>
  shardNumbers.map((shard) => pagesOf(scope, shard, reach))
