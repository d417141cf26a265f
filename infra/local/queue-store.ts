// Messages on their way, as items beside the records: whoever was told that one is sent finds it again after a crash.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { besides, clientSettings } from './dynamodb.ts'

export type Message = {
  queue: string
  id: string
  body: string
  /** FIFO only: what keeps its order, and what is taken once. */
  group?: string | undefined
  dedupe?: string | undefined
  /** Epoch milliseconds of this machine's own clock, whatever time the house plays. */
  sentAt: number
  dueAt: number
  /** Handled; kept while its deduplication id counts. */
  done?: boolean
}

const TableName = besides.queues
const keyOf = ({ queue, id }: Message) => ({ pk: queue, sk: id })

/** @param endpoint of the engine */
export const openQueueStore = (endpoint: string) => {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...clientSettings(endpoint), maxAttempts: 10 }),
    { marshallOptions: { removeUndefinedValues: true } },
  )
  return {
    /** Everything kept of a queue, in order of sending. */
    load: async (queue: string): Promise<Message[]> => {
      const found: Message[] = []
      let ExclusiveStartKey: Record<string, unknown> | undefined
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :queue',
            ExpressionAttributeValues: { ':queue': queue },
            ConsistentRead: true,
            ExclusiveStartKey,
          }),
        )
        found.push(...((answer.Items ?? []) as Message[]))
        ExclusiveStartKey = answer.LastEvaluatedKey
      } while (ExclusiveStartKey)
      return found
    },
    put: (message: Message) =>
      client.send(new PutCommand({ TableName, Item: { ...keyOf(message), ...message } })),
    remove: (message: Message) => client.send(new DeleteCommand({ TableName, Key: keyOf(message) })),
    close: () => client.destroy(),
  }
}
export type QueueStore = ReturnType<typeof openQueueStore>
