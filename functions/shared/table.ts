// The records table: reading items by key and page, and the small operations a write is made of.
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type * as z from 'zod'
import { now } from './clock.ts'
import { required, setting } from './config.ts'

export type Key = { pk: string; sk: string }
export type Item = Key & { type: string; [attribute: string]: unknown }
export type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

let client: DynamoDBDocumentClient | undefined
let way: DynamoDBClientConfig['requestHandler'] | undefined

/** The document client of this process, made on first use. */
export const database = (): DynamoDBDocumentClient => {
  const endpoint = setting('DYNAMODB_ENDPOINT')
  client ??= DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: setting('AWS_REGION') ?? 'ap-southeast-1',
      maxAttempts: 6,
      ...(endpoint ? { endpoint } : {}),
      ...(way ? { requestHandler: way } : {}),
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  )
  return client
}

/**
 * Forgets the client: for tests that move to another engine.
 * @param requestHandler how requests get there, where that is not over HTTP
 */
export const resetDatabase = (requestHandler?: DynamoDBClientConfig['requestHandler']): void => {
  client = undefined
  table = undefined
  way = requestHandler
}

let table: string | undefined

/** The name of the records table. */
export const tableName = (): string => {
  table ??= required('RECORDS_TABLE')
  return table
}

/** True for items whose `ttl` has passed: DynamoDB deletes them only within days. */
const expired = (item: Record<string, unknown>) =>
  typeof item.ttl === 'number' && item.ttl * 1000 < now().getTime()

/** One item by its key, strongly consistent, parsed by its schema; undefined where there is none. */
export const load = async <S extends z.ZodType>(key: Key, schema: S): Promise<z.output<S> | undefined> => {
  const { Item } = await database().send(
    new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }),
  )
  return Item && !expired(Item) ? schema.parse(Item) : undefined
}

/** Many items by key, in no order, parsed; missing ones are left out. Unprocessed keys are asked for again. */
export const loadMany = async <S extends z.ZodType>(keys: Key[], schema: S): Promise<z.output<S>[]> => {
  const found: z.output<S>[] = []
  for (let start = 0; start < keys.length; start += 100) {
    let pending = keys.slice(start, start + 100)
    while (pending.length > 0) {
      const answer = await database().send(
        new BatchGetCommand({ RequestItems: { [tableName()]: { Keys: pending, ConsistentRead: true } } }),
      )
      for (const item of answer.Responses?.[tableName()] ?? [])
        if (!expired(item)) found.push(schema.parse(item))
      pending = (answer.UnprocessedKeys?.[tableName()]?.Keys ?? []) as Key[]
    }
  }
  return found
}

type Selection = {
  index?: 'byOne' | 'byTwo'
  pk: string
  /** Only sort keys that begin so. */
  begins?: string
  /** Only sort keys from `from` (inclusive) to `to` (inclusive). */
  between?: { from: string; to: string }
  newestFirst?: boolean
  limit?: number | undefined
  after?: Record<string, unknown> | undefined
}

const condition = ({ index, pk, begins, between }: Selection) => {
  const [hash, range] =
    index === 'byOne' ? ['gsi1pk', 'gsi1sk'] : index === 'byTwo' ? ['gsi2pk', 'gsi2sk'] : ['pk', 'sk']
  const names: Record<string, string> = { '#pk': hash as string }
  const values: Record<string, unknown> = { ':pk': pk }
  let expression = '#pk = :pk'
  if (begins !== undefined || between) names['#sk'] = range as string
  if (begins !== undefined) {
    expression += ' AND begins_with(#sk, :begins)'
    values[':begins'] = begins
  } else if (between) {
    expression += ' AND #sk BETWEEN :from AND :to'
    values[':from'] = between.from
    values[':to'] = between.to
  }
  return {
    KeyConditionExpression: expression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  }
}

/** One page of items under a partition, parsed, with the key to go on from. Indexes are eventually consistent. */
export const page = async <S extends z.ZodType>(
  selection: Selection,
  schema: S,
): Promise<{ items: z.output<S>[]; next: Record<string, unknown> | undefined }> => {
  const input: QueryCommandInput = {
    TableName: tableName(),
    ...condition(selection),
    ScanIndexForward: !selection.newestFirst,
    ConsistentRead: !selection.index,
    ...(selection.index ? { IndexName: selection.index } : {}),
    ...(selection.limit ? { Limit: selection.limit } : {}),
    ...(selection.after ? { ExclusiveStartKey: selection.after } : {}),
  }
  const { Items = [], LastEvaluatedKey } = await database().send(new QueryCommand(input))
  return {
    items: Items.filter((item) => !expired(item)).map((item) => schema.parse(item)),
    next: LastEvaluatedKey,
  }
}

/** Every item under a partition, or the first `limit` of them, page after page: a page ends at 1 MB. */
export const all = async <S extends z.ZodType>(selection: Selection, schema: S): Promise<z.output<S>[]> => {
  const found: z.output<S>[] = []
  let after: Record<string, unknown> | undefined
  do {
    const limit = selection.limit && selection.limit - found.length
    const { items, next } = await page({ ...selection, limit, after }, schema)
    found.push(...items)
    after = next
  } while (after && found.length !== selection.limit)
  return found
}

/** Writes only while the item has this version: for what is decided on an item and put elsewhere. */
export const whileVersion = (key: Key, version: number): Operation => ({
  ConditionCheck: {
    TableName: tableName(),
    Key: key,
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  },
})

/** Writes only while there is no such item. */
export const whileAbsent = (key: Key): Operation => ({
  ConditionCheck: { TableName: tableName(), Key: key, ConditionExpression: 'attribute_not_exists(pk)' },
})

/** Puts an item that must not exist yet. */
export const putNew = (item: Item): Operation => ({
  Put: { TableName: tableName(), Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
})

/** Replaces an item whose `version` must be the one before the item's own: optimistic locking. */
export const putNext = (item: Item & { version: number }): Operation => ({
  Put: {
    TableName: tableName(),
    Item: item,
    ConditionExpression: item.version === 1 ? 'attribute_not_exists(pk)' : '#version = :previous',
    ...(item.version === 1
      ? {}
      : {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':previous': item.version - 1 },
        }),
  },
})

/** Puts an item whatever stands there: for values where the last one wins by right. */
export const put = (item: Item): Operation => ({ Put: { TableName: tableName(), Item: item } })

/** Takes an item away, if it is there. */
export const remove = (key: Key): Operation => ({ Delete: { TableName: tableName(), Key: key } })

/** Takes an item away that must still have this version. */
export const removeVersion = (key: Key, version: number): Operation => ({
  Delete: {
    TableName: tableName(),
    Key: key,
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  },
})

/**
 * Sets some attributes of an item that is there, leaving the others: two writers of different attributes never undo
 * each other. Without the item it is stale: half an item is never made.
 * @param gone attributes it shall have no more
 */
export const set = (
  key: Key,
  attributes: Record<string, unknown>,
  gone: readonly string[] = [],
): Operation => {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const sets = `SET ${entries.map(([name]) => `#${name} = :${name}`).join(', ')}`
  const removes = gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : ''
  const names = [...entries.map(([name]) => name), ...gone]
  return {
    Update: {
      TableName: tableName(),
      Key: key,
      ConditionExpression: 'attribute_exists(pk)',
      UpdateExpression: sets + removes,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])),
    },
  }
}
