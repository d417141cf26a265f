// The records table on one machine: made if missing, with its stream, its time to live and the index the stream needs.
import { DatabaseSync } from 'node:sqlite'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { records, snapshots } from '#functions/shared/table.data.ts'
import { type Engine, startEngineProcess } from './engine.ts'

export const localRegion = 'ap-southeast-1'
/** s3rver knows this pair only, and the engine takes any: one pair serves both. */
export const localCredentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** A client for an engine of ours or any other DynamoDB. */
export const clientSettings = (endpoint: string) => ({
  endpoint,
  region: localRegion,
  credentials: localCredentials,
})

const keys = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

const definition = (table: string) => ({
  TableName: table,
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: keys(records),
  AttributeDefinitions: [records, ...records.indexes]
    .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
    .map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  GlobalSecondaryIndexes: records.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keys(index),
    Projection: { ProjectionType: 'ALL' as const },
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const },
})

/** Without stream or index: what is in it is nobody's record. */
const plain = (table: string, { partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => ({
  TableName: table,
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: keys({ partitionKey, sortKey }),
  AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
})

/** The tables beside the records, by what they hold: boards that can be built again, messages on their way, what opens seats. */
export const besides = { snapshots: 'snapshots', queues: 'queues', credentials: 'credentials' } as const

const exists = (client: DynamoDBClient, table: string) =>
  client.send(new DescribeTableCommand({ TableName: table })).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ResourceNotFoundException) return false
      throw error
    },
  )

/** Makes the tables that are missing. A crash between two calls leaves no time to live: readers filter anyway. */
export const ensureTable = async (endpoint: string, table: string): Promise<void> => {
  const client = new DynamoDBClient(clientSettings(endpoint))
  try {
    for (const name of Object.values(besides))
      if (!(await exists(client, name))) await client.send(new CreateTableCommand(plain(name, snapshots)))
    if (await exists(client, table)) return
    await client.send(new CreateTableCommand(definition(table)))
    const TimeToLiveSpecification = { AttributeName: records.ttl, Enabled: true }
    await client.send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification }))
  } finally {
    client.destroy()
  }
}

/**
 * Every write of the engine looks up its stream, which it never trims: without this index a transaction costs ten
 * times as much at 30,000 records.
 */
const indexStream = (file: string) => {
  const sqlite = new DatabaseSync(file, { timeout: 5_000 })
  try {
    sqlite.exec(
      'CREATE INDEX IF NOT EXISTS dc_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
    )
  } finally {
    sqlite.close()
  }
}

/** After a proper stop the one file holds everything, so that a copy of it is a copy of the records. */
const foldLog = (file: string) => {
  const sqlite = new DatabaseSync(file, { timeout: 1_000 })
  try {
    sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
}

/** Starts the embedded engine on a file, with the table ready for use. */
export const startEngine = async (options: {
  file: string
  table: string
  onStart?: ((pid: number) => void) | undefined
}): Promise<Engine> => {
  const engine = await startEngineProcess(options)
  try {
    await ensureTable(await engine.address(), options.table)
    indexStream(options.file)
    return {
      ...engine,
      stop: async () => {
        await engine.stop()
        foldLog(options.file)
      },
    }
  } catch (error) {
    await engine.stop()
    throw error
  }
}
