// The consumers of the table's stream, with the very handlers that are deployed.
import type { Context, DynamoDBBatchResponse, SQSBatchResponse } from 'aws-lambda'
import { type EventRule, eventRules, goneTypes, hears, searchRule, shownTypes } from '../rules.data.ts'
import { ownThread } from './own-thread.ts'
import { type Change, type Image, messageOf } from './pump-shapes.ts'

type Answer = DynamoDBBatchResponse | SQSBatchResponse | undefined
type Handler<A = Answer> = (event: unknown, context: Context) => Promise<A>

/** A reader of the stream: which changes it sees, and its function with their batch in the right shape. */
export type Consumer = {
  name: string
  /** Most changes in one invocation. */
  most: number
  /** A stream's reader sees each shard in order; a queue's does not, and its messages come back one by one. */
  ordered: boolean
  /** One invocation at a time, whatever the changes are of: its queue is a FIFO of one group. */
  inTurn?: boolean
  wants(change: Change): boolean
  /** @returns identifiers of what failed, by `idOf` */
  invoke(batch: { change: Change; received: number }[]): Promise<string[]>
  idOf(change: Change): string
}

const contextOf = (name: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
  memoryLimitInMB: '512',
  awsRequestId: crypto.randomUUID(),
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
})

const failuresOf = (answer: Answer) =>
  (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)

const imageIn = ({ record }: Change) => (record.dynamodb?.NewImage ?? {}) as Image

const isGone = ({ record: { eventName, dynamodb } }: Change) =>
  eventName === 'REMOVE' && goneTypes.includes(dynamodb?.OldImage?.type?.S ?? '')

/** The stream's first reader: changes of what screens show, in order. */
export const liveConsumer = (handler: Handler): Consumer => ({
  name: 'live',
  most: 100,
  ordered: true,
  wants: (change) => shownTypes.includes(imageIn(change).type?.S ?? '') || isGone(change),
  invoke: async (batch) =>
    failuresOf(await handler({ Records: batch.map(({ change }) => change.record) }, contextOf('live'))),
  idOf: ({ sequence }) => sequence,
})

/** The second reader, the bus and one rule's queue in one: new event items by name. */
export const ruleConsumer = (rule: EventRule, handler: Handler): Consumer => ({
  name: rule.name,
  most: 10,
  ordered: false,
  wants: (change) => {
    const image = imageIn(change)
    return (
      change.record.eventName === 'INSERT' &&
      image.type?.S === 'event' &&
      hears(rule, { name: image.name?.S ?? '', kind: image.kind?.S ?? '' })
    )
  },
  invoke: async (batch) => {
    const Records = batch.map(({ change, received }) => messageOf(rule.name, change, received))
    return failuresOf(await handler({ Records }, contextOf(rule.name)))
  },
  idOf: ({ record }) => record.eventID ?? '',
})

const root = new URL('../../', import.meta.url)

const handlerIn = async <A = Answer>(entry: string): Promise<Handler<A>> => {
  const module = (await import(new URL(entry, root).href)) as { handler: Handler<A> }
  return module.handler
}

/** A function that works off a queue of its own, or answers a service, as that calls it. @param entry path from the repository's root */
export const queueHandler = async <A = Answer>(entry: string) => {
  const handler = await handlerIn<A>(entry)
  return (event: unknown) => handler(event, contextOf(entry))
}

const consumerOf = async (rule: EventRule) => ruleConsumer(rule, await handlerIn(rule.entry))

/** Typesetting takes a thread for seconds at a time: meanwhile pages are to be answered. */
const asideEntry = 'functions/documents/print.lambda.ts'

type AtStop = (duty: () => Promise<void>) => void

const asideConsumer = (rule: EventRule, atStop: AtStop): Consumer => {
  const { handler, stop } = ownThread(rule.entry)
  atStop(stop)
  return ruleConsumer(rule, async (event) => (await handler(event)) as Answer)
}

/**
 * Every consumer there is: the live reader and one for each event rule.
 * @param files whether the home has a store of files: without one there is no index to write
 * @param atStop takes what must be done once the consumers are asked no more
 */
export const allConsumers = async (files = true, atStop: AtStop = () => {}): Promise<Consumer[]> => [
  liveConsumer(await handlerIn('functions/live/on-change.lambda.ts')),
  ...(await Promise.all(
    eventRules.map((rule) => (rule.entry === asideEntry ? asideConsumer(rule, atStop) : consumerOf(rule))),
  )),
  ...(files ? [{ ...(await consumerOf(searchRule)), inTurn: true }] : []),
]
