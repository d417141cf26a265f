// Reads every shard of the table's stream through the Streams API, from where the consumers stopped.
import { setTimeout as pause } from 'node:timers/promises'
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { type Change, changeOf } from './pump-shapes.ts'

export type ReaderOptions = {
  client: DynamoDBStreamsClient
  table: string
  /** The last record not needed again; undefined for all there are. */
  from: (shard: string) => string | undefined
  /** Takes a batch; resolves when it wants more. */
  take: (changes: Change[]) => Promise<void>
  signal: AbortSignal
}

/** Idle readers look this often; a write through the local endpoint wakes them at once. */
const idleMs = 80
const troubleMs = 250

/** Lets the reader be woken early; a ring while it is reading is not lost. */
const openBell = (signal: AbortSignal) => {
  let rung = false
  let wakeUp = () => {}
  const ring = () => {
    rung = true
    wakeUp()
  }
  signal.addEventListener('abort', ring, { once: true })
  return {
    ring,
    wait: async (ms: number) => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      rung = false
    },
  }
}

export const openReader = ({ client, table, from, take, signal }: ReaderOptions) => {
  const bell = openBell(signal)
  /** Counts complete looks that found nothing: how idleness is told. */
  let emptyLooks = 0
  const lastRead = new Map<string, string>()

  const streamArn = async () => {
    const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
    return Streams.at(-1)?.StreamArn ?? ''
  }
  const shardsOf = async (StreamArn: string) => {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
    return (StreamDescription?.Shards ?? []).map(({ ShardId = '' }) => ShardId)
  }
  const iteratorAt = async (StreamArn: string, ShardId: string) => {
    const after = lastRead.get(ShardId) ?? from(ShardId)
    const place = after
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after }
      : { ShardIteratorType: 'TRIM_HORIZON' as const }
    const answer = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...place }))
    return answer.ShardIterator
  }
  const look = async (arn: string, shard: string, iterator: string) => {
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }),
    )
    const changes = Records.map((record) => changeOf(shard, arn, record))
    if (changes.length > 0) await take(changes)
    const last = changes.at(-1)
    if (last) lastRead.set(shard, last.sequence)
    return { found: changes.length, next: NextShardIterator }
  }
  /** Reads until aborted or until a shard ends; the stream is then described anew. */
  const readStream = async () => {
    const arn = await streamArn()
    const iterators = new Map<string, string | undefined>()
    for (const shard of await shardsOf(arn)) iterators.set(shard, await iteratorAt(arn, shard))
    while (!signal.aborted) {
      let found = 0
      for (const [shard, iterator] of iterators) {
        if (!iterator) continue
        const seen = await look(arn, shard, iterator)
        found += seen.found
        iterators.set(shard, seen.next)
      }
      if ([...iterators.values()].every((iterator) => !iterator)) await bell.wait(idleMs)
      if ([...iterators.values()].some((iterator) => !iterator)) return
      if (found > 0) continue
      emptyLooks++
      await bell.wait(idleMs)
    }
  }
  const run = async () => {
    while (!signal.aborted) {
      try {
        await readStream()
      } catch (error) {
        if (signal.aborted) return
        console.error(`The stream cannot be read, trying again: ${(error as Error).message}`)
        await pause(troubleMs, undefined, { signal }).catch(() => {})
      }
    }
  }
  return { done: run(), wake: bell.ring, looks: () => emptyLooks }
}
