// Acts under way while something dies: two-item transactions whose acknowledged ids are remembered and read back.
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { clientSettings } from '#infra/local/dynamodb.ts'

const TableName = 'records'

const clientOf = (endpoint: string, maxAttempts: number) =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ ...clientSettings(endpoint), maxAttempts }))

const itemsOf = (id: string) => [
  { pk: `ACT#${id}`, sk: 'STATE', type: 'act', id },
  { pk: `EVT#faults#${id.charCodeAt(0) % 16}`, sk: id, type: 'event', id, name: 'act.done' },
]

/** Writers that act until stopped or, with one attempt each, until the store is gone. */
export const act = (endpoint: string, acknowledged: Set<string>, { writers = 4, attempts = 1 } = {}) => {
  const client = clientOf(endpoint, attempts)
  let stopped = false
  let refused: unknown
  const writer = async () => {
    while (!stopped) {
      const id = randomUUID()
      try {
        const TransactItems = itemsOf(id).map((Item) => ({ Put: { TableName, Item } }))
        await client.send(new TransactWriteCommand({ TransactItems }))
        acknowledged.add(id)
      } catch (error) {
        refused = error
        stopped = true
      }
    }
  }
  const done = Promise.all(Array.from({ length: writers }, writer))
  return {
    /** Stops the writers; resolves to what was refused, if anything was. */
    stop: async () => {
      stopped = true
      await done
      client.destroy()
      return refused
    },
  }
}

/** Which of these acts are not there whole: both of their items. */
export const lost = async (endpoint: string, ids: Iterable<string>): Promise<string[]> => {
  const client = clientOf(endpoint, 5)
  const wanted = [...ids]
  const missing: string[] = []
  for (let at = 0; at < wanted.length; at += 50) {
    const part = wanted.slice(at, at + 50)
    const Keys = part.flatMap(itemsOf).map(({ pk, sk }) => ({ pk, sk }))
    const { Responses } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    )
    const found = (Responses?.[TableName] ?? []).map(({ id }) => id as string)
    missing.push(...part.filter((id) => found.filter((each) => each === id).length !== 2))
  }
  client.destroy()
  return missing
}
