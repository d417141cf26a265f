// The board's snapshot in a table of its own, without stream or backup: whatever is in it can be built again. A head of
// a few bytes, cheap to ask, and the gzip bytes in parts below the 400 KB of an item: 3,353 points are one or two.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { required } from '#functions/shared/config.ts'
import { database, type Operation } from '#functions/shared/table.ts'

const Head = z.object({
  number: z.number(),
  builtAt: z.string(),
  parts: z.number(),
  /** Hash of what the board says: a build that says the same is not stored. */
  digest: z.string(),
  /** When a builder has asked to be woken, if it has. */
  wakeAt: z.string().optional(),
})
export type Head = z.infer<typeof Head>

const Part = z.object({ number: z.number(), bytes: z.instanceof(Uint8Array) })

export type Snapshot = { number: number; builtAt: string; bytes: Uint8Array<ArrayBuffer> }

/** Another builder was faster: what this one read may be older. */
export class Overtaken extends Error {}

const partBytes = 380 * 1024

const table = () => required('SNAPSHOTS_TABLE')
const keyOf = (conferenceId: string, part: string) => ({ pk: `BOARD#${conferenceId}`, sk: part })
const headKey = (conferenceId: string) => keyOf(conferenceId, 'HEAD')
const partKey = (conferenceId: string, part: number) => keyOf(conferenceId, `PART#${part}`)

const loadItem = async (Key: { pk: string; sk: string }) =>
  (await database().send(new GetCommand({ TableName: table(), Key, ConsistentRead: true }))).Item

/** Which snapshot is the newest; undefined before the first. */
export const loadHead = async (conferenceId: string): Promise<Head | undefined> => {
  const item = await loadItem(headKey(conferenceId))
  return item && Head.parse(item)
}

/** The bytes a head tells of; undefined when a newer snapshot has replaced them meanwhile. */
export const loadBytes = async (conferenceId: string, { number, parts }: Head) => {
  const keys = Array.from({ length: parts }, (_, part) => partKey(conferenceId, part))
  const found = (await Promise.all(keys.map(loadItem))).map((item) => Part.safeParse(item).data)
  const whole = found.flatMap((part) => (part?.number === number ? [part.bytes] : []))
  return whole.length === parts ? new Uint8Array(Buffer.concat(whole)) : undefined
}

const partsOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.max(1, Math.ceil(bytes.length / partBytes)) }, (_, part) =>
    bytes.subarray(part * partBytes, (part + 1) * partBytes),
  )

const after = (previous: Head | undefined) =>
  previous
    ? {
        ConditionExpression: '#number = :previous',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':previous': previous.number },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }

/**
 * Replaces the snapshot, head and parts at once.
 * @param previous the head that was read before the rows were: nothing newer may stand there
 * @throws Overtaken when it does, or when another builder is at it
 */
export const saveSnapshot = async (
  conferenceId: string,
  previous: Head | undefined,
  { bytes, ...head }: Snapshot & { digest: string },
): Promise<void> => {
  const parts = partsOf(bytes)
  const wakeAt = previous?.wakeAt
  const newHead = { ...headKey(conferenceId), ...head, parts: parts.length, wakeAt }
  const TransactItems: Operation[] = [
    { Put: { TableName: table(), Item: newHead, ...after(previous) } },
    ...parts.map((part, at) => ({
      Put: {
        TableName: table(),
        Item: { ...partKey(conferenceId, at), number: head.number, bytes: part },
      },
    })),
  ]
  try {
    await database().send(new TransactWriteCommand({ TransactItems }))
  } catch (error) {
    throw error instanceof TransactionCanceledException ? new Overtaken() : error
  }
}

/** Notes that a builder will be woken then. */
export const noteWake = async (conferenceId: string, wakeAt: string): Promise<void> => {
  await database().send(
    new UpdateCommand({
      TableName: table(),
      Key: headKey(conferenceId),
      UpdateExpression: 'SET #wakeAt = :wakeAt',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#wakeAt': 'wakeAt' },
      ExpressionAttributeValues: { ':wakeAt': wakeAt },
    }),
  )
}
