// Lambda entries: middy carries the runtime's concerns (logging, batch failures), Hono all of HTTP.
import middy from '@middy/core'
import type { Context, DynamoDBStreamEvent, SQSEvent, SQSRecord, StreamRecord } from 'aws-lambda'
import type { Hono } from 'hono'
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import { log } from './log.ts'
import type { Env } from './route.ts'

const logged = (): middy.MiddlewareObj => ({
  before: ({ context }) => {
    log.addContext(context)
  },
  onError: ({ error }) => {
    log.error('invocation failed', { error: error as Error })
  },
})

type App = Hono<Env> | Hono<{ Variables: SecureHeadersVariables }>
type AppFor = (path: string, method: string) => App | Promise<App>

type HttpEvent = Extract<LambdaEvent, { rawPath: string }>

/** The entry of an HTTP function (API Gateway v2 events). @param appFor the app that answers a path and method */
export const httpEntry = (appFor: AppFor) =>
  middy(async (event: HttpEvent, context: LambdaContext) => {
    const app = await appFor(event.rawPath, event.requestContext.http.method)
    return handle(app as Hono<Env>)(event, context)
  }).use(logged())

type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] }

/** Handles each queue message by itself; failed ones go back to the queue alone. */
export const queueEntry = (act: (record: SQSRecord, context: Context) => Promise<void>) =>
  middy(async (event: SQSEvent, context: Context): Promise<BatchAnswer> => {
    const outcomes = await Promise.allSettled(event.Records.map((record) => act(record, context)))
    return {
      batchItemFailures: failures(
        outcomes,
        event.Records.map((record) => record.messageId),
      ),
    }
  }).use(logged())

/** Handles a batch of messages as one change: it succeeds, or all of it comes back. */
export const batchEntry = (act: (records: SQSRecord[]) => Promise<void>) =>
  middy(async ({ Records }: SQSEvent): Promise<BatchAnswer> => {
    await act(Records)
    return { batchItemFailures: [] }
  }).use(logged())

/**
 * Handles a batch of stream records at once. It fails as a whole, by an error: then Lambda tries it again in halves
 * until what cannot be handled is alone. Naming the record that failed would have everything from it on tried whole again.
 */
export const streamEntry = (act: (records: StreamRecord[]) => Promise<void>) =>
  middy(async (event: DynamoDBStreamEvent): Promise<BatchAnswer> => {
    await act(event.Records.flatMap(({ dynamodb }) => (dynamodb?.SequenceNumber ? [dynamodb] : [])))
    return { batchItemFailures: [] }
  }).use(logged())

const failures = (outcomes: PromiseSettledResult<void>[], ids: string[]) =>
  outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return []
    log.error('message failed', { messageId: ids[index], error: outcome.reason as Error })
    return [{ itemIdentifier: ids[index] ?? '' }]
  })

/** A command that an operator of the system invokes by hand. */
export const commandEntry = <T>(act: (order: unknown) => Promise<T>) =>
  middy(async (order: unknown): Promise<T> => act(order)).use(logged())
