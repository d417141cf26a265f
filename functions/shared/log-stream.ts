// A log as one stream, oldest first, whatever its length: the heads of its shards side by side, a small page of each.
import { logShards, type RecordedEvent } from './event-log.ts'

/** Events of a page: sixteen pages and the next of each are held, and a roll call of 50 has some 5 KB. */
const perPage = 25

/** The page after is asked for before this one is used up: shards run dry one after the other, and nobody waits for each. */
async function* flat(pages: AsyncGenerator<RecordedEvent[]>): AsyncGenerator<RecordedEvent> {
  const ask = () => {
    const asked = pages.next()
    asked.catch(() => {}) // told when it is looked at, which may be never
    return asked
  }
  for (let asked = ask(); ; ) {
    const { value, done } = await asked
    if (done) return
    asked = ask()
    yield* value
  }
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
