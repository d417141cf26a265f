// Turns what the Streams API answers into what Lambda hands to functions: stream records, bus events, queue messages.
import { randomUUID } from 'node:crypto'
import type { _Record as ApiRecord, AttributeValue as ApiValue } from '@aws-sdk/client-dynamodb-streams'
import type { AttributeValue, DynamoDBRecord, SQSRecord } from 'aws-lambda'
import { eventSource, wakeUpFields } from '../rules.data.ts'
import { localRegion } from './dynamodb.ts'

export type Image = Record<string, AttributeValue>

/** A stream record with what the pump needs at hand. */
export type Change = { sequence: string; shard: string; partition: string; record: DynamoDBRecord }

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Lambda carries binary values as base64 text; all else is alike. */
const asLambda = (value: ApiValue): AttributeValue => {
  if (value.B) return { B: base64(value.B) }
  if (value.BS) return { BS: value.BS.map(base64) }
  if (value.L) return { L: value.L.map(asLambda) }
  if (value.M) return { M: imageOf(value.M) }
  return value as AttributeValue
}

const imageOf = (image: Record<string, ApiValue>): Image =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, asLambda(value)]))

/** One record as Lambda's stream event carries it. */
export const changeOf = (shard: string, streamArn: string, found: ApiRecord): Change => {
  const {
    Keys = {},
    NewImage,
    OldImage,
    SequenceNumber = '',
    StreamViewType,
    SizeBytes = 0,
  } = found.dynamodb ?? {}
  const created = found.dynamodb?.ApproximateCreationDateTime ?? new Date()
  const record: DynamoDBRecord = {
    eventID: found.eventID ?? randomUUID(),
    eventName: found.eventName ?? 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: localRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(created.getTime() / 1000),
      Keys: imageOf(Keys),
      ...(NewImage ? { NewImage: imageOf(NewImage) } : {}),
      ...(OldImage ? { OldImage: imageOf(OldImage) } : {}),
      SequenceNumber,
      SizeBytes,
      StreamViewType: (StreamViewType as 'NEW_AND_OLD_IMAGES') ?? 'NEW_AND_OLD_IMAGES',
    },
  }
  return { sequence: SequenceNumber, shard, partition: Keys.pk?.S ?? '', record }
}

const text = (image: Image, name: string): string => image[name]?.S ?? ''

/** The EventBridge event the pipe makes of a new event item: the same strings, nothing more. */
const busEvent = (image: Image) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': text(image, 'name'),
  source: eventSource,
  account: '000000000000',
  time: `${text(image, 'recordedAt').slice(0, 19)}Z`,
  region: localRegion,
  resources: [],
  detail: Object.fromEntries(wakeUpFields.map((field) => [field, text(image, field)])),
})

type Queued = { messageId: string; body: string; sentMs: number; received: number }

/** A message as a queue hands it to its function, for the n-th time. */
export const queueMessage = (queue: string, { messageId, body, sentMs, received }: Queued): SQSRecord => ({
  messageId,
  receiptHandle: randomUUID(),
  body,
  attributes: {
    ApproximateReceiveCount: String(received),
    SentTimestamp: String(sentMs),
    SenderId: 'AIDAIENQZJOLO23YVJ4VO',
    ApproximateFirstReceiveTimestamp: String(sentMs),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${localRegion}:000000000000:${queue}`,
  awsRegion: localRegion,
})

/** The queue message a rule's target makes of a change, as received for the n-th time. */
export const messageOf = (queue: string, { record }: Change, received: number): SQSRecord =>
  queueMessage(queue, {
    messageId: record.eventID ?? randomUUID(),
    body: JSON.stringify(busEvent((record.dynamodb?.NewImage ?? {}) as Image)),
    sentMs: (record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000,
    received,
  })
