// Carries changes out of the table to the functions that react to them: AWS's stream, pipe, bus and queues on one machine.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { clientSettings } from './dynamodb.ts'
import { type Manners, randomOf } from './manners.ts'
import type { Consumer } from './pump-consumers.ts'
import { type Lane, type LaneOptions, openLane } from './pump-lane.ts'
import { openProgress, type Progress } from './pump-progress.ts'
import { openReader } from './pump-reader.ts'
import type { Change } from './pump-shapes.ts'

type PumpOptions = {
  endpoint: string
  table: string
  /** The data folder: progress and what was set aside are kept there. */
  dir: string
  consumers: Consumer[]
  manners: Pick<Manners, 'repeat' | 'delayMs' | 'seed'>
  retryMs?: number
}

export type Pump = {
  /** Looks at once instead of at the next turn: something was written. */
  wake(): void
  /** Resolves when everything written before the call has been handled or set aside. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const lanes = 4
/** Reading pauses above this many unhandled records. */
const mostOpen = 2_000

const laneOf = ({ partition }: Change): number => {
  let hash = 0
  for (let at = 0; at < partition.length; at++) hash = (hash * 31 + partition.charCodeAt(at)) >>> 0
  return hash % lanes
}

/** The engine records a write that changed nothing; DynamoDB does not. */
const changedNothing = ({ record }: Change) =>
  record.eventName === 'MODIFY' && isDeepStrictEqual(record.dynamodb?.OldImage, record.dynamodb?.NewImage)

const setAsideIn = (file: string) => (consumer: string, change: Change, reason: string) => {
  const line = {
    at: new Date().toISOString(),
    consumer,
    sequence: change.sequence,
    reason,
    record: change.record,
  }
  appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
  console.error(
    `Set aside: ${consumer} could not handle record ${change.sequence} of ${change.partition} (${reason}); it is in ${file}, the rest goes on.`,
  )
}

const isPast = (change: Change, reached: string | undefined) =>
  reached !== undefined && BigInt(change.sequence) <= BigInt(reached)

const smallest = (sequences: (string | undefined)[]): string | undefined =>
  sequences.reduce((least, each) =>
    least === undefined || each === undefined ? undefined : BigInt(each) < BigInt(least) ? each : least,
  )

type Outlet = { consumer: Consumer; lanes: Lane[] }

const pour = ({ consumer, lanes }: Outlet, change: Change, progress: Progress) => {
  if (isPast(change, progress.reached(consumer.name, change.shard))) return
  progress.begin(consumer.name, change.shard, change.sequence)
  if (consumer.wants(change) && !changedNothing(change))
    lanes[consumer.inTurn ? 0 : laneOf(change)]?.push(change)
  else progress.finish(consumer.name, change.shard, change.sequence)
}

const openOutlet = (
  consumer: Consumer,
  common: Omit<LaneOptions, 'consumer' | 'finish'>,
  progress: Progress,
) => {
  const finish = ({ shard, sequence }: Change) => progress.finish(consumer.name, shard, sequence)
  return { consumer, lanes: Array.from({ length: lanes }, () => openLane({ ...common, consumer, finish })) }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** Starts reading where each consumer stopped. */
export const startPump = ({ endpoint, table, dir, consumers, manners, retryMs = 100 }: PumpOptions): Pump => {
  const stopping = new AbortController()
  const { signal } = stopping
  const progress = openProgress(join(dir, 'pump.db'))
  const setAside = setAsideIn(join(dir, 'poison.jsonl'))
  const common = { ...manners, random: randomOf(manners.seed), retryMs, setAside, signal }
  const outlets = consumers.map((consumer) => openOutlet(consumer, common, progress))
  const client = new DynamoDBStreamsClient({ ...clientSettings(endpoint), maxAttempts: 10 })
  const from = (shard: string) => smallest(consumers.map(({ name }) => progress.reached(name, shard)))
  const take = async (changes: Change[]) => {
    for (const change of changes) for (const outlet of outlets) pour(outlet, change, progress)
    await until(() => signal.aborted || progress.open() < mostOpen)
  }
  const reader = openReader({ client, table, from, take, signal })
  return {
    wake: reader.wake,
    settled: async () => {
      const looks = reader.looks()
      reader.wake()
      /* The look under way may have begun before the call: the one after it has not. */
      await until(() => signal.aborted || (reader.looks() >= looks + 2 && progress.open() === 0))
    },
    stop: async () => {
      stopping.abort()
      client.destroy()
      await reader.done
      await Promise.all(outlets.flatMap((outlet) => outlet.lanes.map((lane) => lane.quiet())))
      progress.close()
    },
  }
}
