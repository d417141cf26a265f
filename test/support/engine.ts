// A fresh embedded engine for one test file: its own file, its own table, gone afterwards. (Stand-in until infra/local/dynamodb.ts.)
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { records } from '#functions/shared/table.data.ts'
import { resetDatabase } from '#functions/shared/table.ts'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const key = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

export const startTestEngine = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'diemcau-test-'))
  const port = await freePort()
  const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide')
  const child = spawn(binary, ['--port', String(port), '--db-path', join(dir, 'records.db')], {
    stdio: 'ignore',
  })
  const endpoint = `http://127.0.0.1:${port}`
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: endpoint,
    RECORDS_TABLE: 'records',
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
  resetDatabase()
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', maxAttempts: 20 })
  const names = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk']
  await client.send(
    new CreateTableCommand({
      TableName: 'records',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: key(records.partitionKey, records.sortKey),
      GlobalSecondaryIndexes: records.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: key(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  )
  return {
    endpoint,
    stop: async () => {
      child.kill()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
