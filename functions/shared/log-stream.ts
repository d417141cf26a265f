// A log as one stream, oldest first, whatever its length: the heads of its shards side by side, a small page of each.
import { logShards, type RecordedEvent } from './event-log.ts'

/** Events of a page: sixteen pages are held at a time, and a roll call of 50 has some 5 KB. */
const perPage = 60

async function* flat(pages: AsyncGenerator<RecordedEvent[]>): AsyncGenerator<RecordedEvent> {
  for await (const page of pages) yield* page
}

/** Every event of a log recorded up to a moment, oldest first, by id. */
export async function* streamLog(scope: string, until: Date): AsyncGenerator<RecordedEvent> {
  const shards = logShards(scope, { until, limit: perPage }).map(flat)
  const first = await Promise.all(shards.map((shard) => shard.next()))
  const heads = first.flatMap(({ value, done }, at) => {
    const rest = shards[at]
    return done || !rest ? [] : [{ event: value as RecordedEvent, rest }]
  })
  while (heads.length > 0) {
    const next = heads.reduce((least, head) => (head.event.id < least.event.id ? head : least))
    yield next.event
    const { value, done } = await next.rest.next()
    if (done) heads.splice(heads.indexOf(next), 1)
    else next.event = value
  }
}
