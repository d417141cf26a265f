// The local home is not kinder than AWS: conflicts, throttles, a lagging index, and every limit the design counts on.
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it } from 'vitest'
import { clientSettings } from '#infra/local/dynamodb.ts'
import { randomOf } from '#infra/local/manners.ts'
import { startTestEngine } from '#test/support/engine.ts'

const TableName = 'records'
const text = (S: string) => ({ S })
const quiet = { conflict: 0, throttle: 0, lag: 0 }

let engine: Awaited<ReturnType<typeof startTestEngine>> | undefined
const open = async (manners: Parameters<typeof startTestEngine>[0]) => {
  engine = await startTestEngine({ ...quiet, ...manners })
  return new DynamoDBClient({ ...clientSettings(engine.endpoint), maxAttempts: 1 })
}
afterEach(async () => {
  await engine?.stop()
  engine = undefined
})

const key = (name: string) => ({ pk: text(name), sk: text('S') })
const add = (name: string) => ({
  Update: {
    TableName,
    Key: key(name),
    UpdateExpression: 'ADD n :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
})
const check = (name: string) => ({
  ConditionCheck: { TableName, Key: key(name), ConditionExpression: 'attribute_not_exists(gone)' },
})

const codesOf = (error: unknown) =>
  error instanceof TransactionCanceledException
    ? error.CancellationReasons?.map(({ Code }) => Code)
    : [(error as Error).name]

const outcomes = async (attempts: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(attempts)
  const refused = settled.filter((each) => each.status === 'rejected')
  return { done: settled.length - refused.length, reasons: refused.map(({ reason }) => codesOf(reason)) }
}

describe('transactions that touch one item at once', () => {
  it('are cancelled but for one at a time, and what was acknowledged counts', async () => {
    const client = await open({})
    const both = () =>
      client.send(new TransactWriteItemsCommand({ TransactItems: [add('own'), add('shared')] }))
    const { done, reasons } = await outcomes(Array.from({ length: 60 }, both))
    expect(done).toBeGreaterThan(0)
    expect(reasons.length).toBeGreaterThan(0)
    for (const codes of reasons) expect(codes).toEqual(['TransactionConflict', 'TransactionConflict'])
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: key('shared'), ConsistentRead: true }),
    )
    expect(Item?.n?.N).toBe(String(done))
  })

  it('conflict by a condition check too, and only on the item they share', async () => {
    const client = await open({})
    const checked = (at: number) =>
      client.send(new TransactWriteItemsCommand({ TransactItems: [add(`own-${at}`), check('lifecycle')] }))
    const apart = (at: number) =>
      client.send(new TransactWriteItemsCommand({ TransactItems: [add(`a-${at}`), add(`b-${at}`)] }))
    const shared = await outcomes(Array.from({ length: 40 }, (_, at) => checked(at)))
    expect(shared.reasons.length).toBeGreaterThan(0)
    expect(new Set(shared.reasons.map((codes) => codes?.join()))).toEqual(
      new Set(['None,TransactionConflict']),
    )
    expect((await outcomes(Array.from({ length: 40 }, (_, at) => apart(at)))).reasons).toEqual([])
  })

  it('refuse a single write in between', async () => {
    const client = await open({})
    const alone = () =>
      client.send(new PutItemCommand({ TableName, Item: { ...key('held'), n: { N: '0' } } }))
    const many = { TransactItems: [add('held'), ...Array.from({ length: 90 }, (_, at) => add(`more-${at}`))] }
    const attempts = Array.from({ length: 10 }, () => [
      client.send(new TransactWriteItemsCommand(many)),
      alone(),
    ])
    const { reasons } = await outcomes(attempts.flat())
    expect(reasons.flat()).toContain('TransactionConflictException')
  })
})

describe('misfortunes', () => {
  it('strike transactions with a conflict on one item, whatever they touch', async () => {
    const client = await open({ conflict: 1 })
    const lone = { TransactItems: [add('x'), add('y'), add('z')] }
    const { reasons } = await outcomes([client.send(new TransactWriteItemsCommand(lone))])
    expect(reasons[0]?.toSorted()).toEqual(['None', 'None', 'TransactionConflict'])
  })

  it('throttle any request in DynamoDB’s words', async () => {
    const client = await open({ throttle: 1 })
    const { reasons } = await outcomes([client.send(new PutItemCommand({ TableName, Item: key('x') }))])
    expect(reasons).toEqual([['ProvisionedThroughputExceededException']])
  })

  it('are the same again with the same seed', () => {
    const [one, two] = [randomOf(7), randomOf(7)]
    const first = Array.from({ length: 1000 }, one)
    expect(Array.from({ length: 1000 }, two)).toEqual(first)
    const mean = first.reduce((sum, each) => sum + each) / first.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05)
  })
})

describe('an index that lags', () => {
  it('answers as of a moment ago, old images and all, and catches up', async () => {
    const client = await open({ lag: 1, lagMs: 500 })
    const put = (version: string) =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: { ...key('late'), gsi1pk: text('list'), gsi1sk: text('a'), version: { N: version } },
        }),
      )
    const query = (IndexName?: 'byOne') =>
      client.send(
        new QueryCommand({
          TableName,
          ...(IndexName ? { IndexName } : {}),
          KeyConditionExpression: IndexName ? 'gsi1pk = :pk' : 'pk = :pk',
          ExpressionAttributeValues: { ':pk': text(IndexName ? 'list' : 'late') },
        }),
      )
    const seen = async (index?: 'byOne') =>
      (await query(index)).Items?.map(({ version }) => version?.N).join() ?? ''
    const seenUntil = async (last: string) => {
      const answers: string[] = []
      while (answers.at(-1) !== last || answers.length < 40) answers.push(await seen('byOne'))
      return new Set(answers)
    }
    await put('1')
    expect(await seen()).toBe('1')
    expect(await seenUntil('1')).toEqual(new Set(['', '1']))
    await put('2')
    expect(await seenUntil('2')).toContain('1')
  })
})

describe('limits', () => {
  const puts = (count: number, more = {}) =>
    Array.from({ length: count }, (_, at) => ({ Put: { TableName, Item: { ...key(`p-${at}`), ...more } } }))
  const bytes = (count: number) => ({ big: text('x'.repeat(count)) })
  const transact = (TransactItems: ReturnType<typeof puts>) =>
    new TransactWriteItemsCommand({ TransactItems })

  it.each([
    ['101 actions in a transaction', transact(puts(101))],
    ['more than 4 MB in a transaction', transact(puts(20, bytes(300_000)))],
    ['one item twice in a transaction', transact([...puts(1), ...puts(1)])],
    ['an item above 400 KB', new PutItemCommand({ TableName, Item: { ...key('x'), ...bytes(410_000) } })],
    ['an item above 400 KB in a transaction', transact(puts(1, bytes(410_000)))],
    [
      'a consistent read of an index',
      new QueryCommand({
        TableName,
        IndexName: 'byOne',
        ConsistentRead: true,
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': text('a') },
      }),
    ],
    ['an empty key', new PutItemCommand({ TableName, Item: { pk: text(''), sk: text('S') } })],
    ['an empty index key', new PutItemCommand({ TableName, Item: { ...key('x'), gsi1pk: text('') } })],
    ['a partition key above 2,048 bytes', new PutItemCommand({ TableName, Item: key('x'.repeat(2049)) })],
    [
      '26 writes in a batch',
      new BatchWriteItemCommand({
        RequestItems: { [TableName]: puts(26).map(({ Put }) => ({ PutRequest: Put })) },
      }),
    ],
  ])('refuse %s', async (_, command) => {
    const client = await open({})
    await expect(client.send(command as PutItemCommand)).rejects.toMatchObject({
      name: 'ValidationException',
    })
  })

  it('take what is just within: 100 actions; and refuse an update that grows an item too large', async () => {
    const client = await open({})
    await client.send(transact(puts(100)))
    await client.send(new PutItemCommand({ TableName, Item: { ...key('grown'), ...bytes(300_000) } }))
    const grow = new UpdateItemCommand({
      TableName,
      Key: key('grown'),
      UpdateExpression: 'SET more = :more',
      ExpressionAttributeValues: { ':more': text('x'.repeat(200_000)) },
    })
    await expect(client.send(grow)).rejects.toMatchObject({ name: 'ValidationException' })
  })
})
