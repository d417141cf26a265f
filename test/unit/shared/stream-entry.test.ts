// A batch of the stream that fails: Lambda halves it only where the function fails as a whole.
import type { Context, DynamoDBStreamEvent } from 'aws-lambda'
import { expect, it } from 'vitest'
import { streamEntry } from '#functions/shared/lambda.ts'

const context = { awsRequestId: 'x' } as Context
const event = {
  Records: [{ dynamodb: { SequenceNumber: '1' } }, { dynamodb: {} }, {}],
} as DynamoDBStreamEvent

it('hands over the records that are some, and fails by its error', async () => {
  const seen: unknown[] = []
  const fine = streamEntry(async (records) => void seen.push(...records))
  expect(await fine(event, context)).toEqual({ batchItemFailures: [] })
  expect(seen).toEqual([{ SequenceNumber: '1' }])
  const failing = streamEntry(() => Promise.reject(new Error('busy')))
  await expect(failing(event, context)).rejects.toThrow('busy')
})
