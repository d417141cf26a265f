// A table that begins with a great many items: the engine's own import of a DynamoDB export, 170,000 in five seconds.
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip } from 'node:zlib'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Item } from '#functions/shared/table.ts'
import { clientSettings, startEngine } from '#infra/local/dynamodb.ts'
import { engineBinary } from '#infra/local/engine.ts'

/** The table as the home makes it, told by the engine itself. */
const schemaOf = async (dir: string, table: string) => {
  const engine = await startEngine({ file: join(dir, 'schema.db'), table })
  const client = new DynamoDBClient(clientSettings(await engine.address()))
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
  client.destroy()
  await engine.stop()
  return [{ Table }]
}

function* lines(items: Iterable<Item>): Generator<string> {
  for (const item of items)
    yield `${JSON.stringify({ Item: marshall(item, { removeUndefinedValues: true }) })}\n`
}

/**
 * Writes the file an engine can be started on. Nothing of it is in the stream: a day has passed since.
 * @param dir an empty folder for it and what it is made from
 */
export const importItems = async (dir: string, table: string, items: Iterable<Item>): Promise<string> => {
  const data = join(dir, 'export', table, 'data')
  await mkdir(data, { recursive: true })
  const schema = join(dir, 'schema.json')
  await writeFile(schema, JSON.stringify(await schemaOf(dir, table)))
  await pipeline(
    Readable.from(lines(items)),
    createGzip({ level: 1 }),
    createWriteStream(join(data, '1.json.gz')),
  )
  const file = join(dir, 'records.db')
  const args = ['import', '--source', join(dir, 'export'), '--schema', schema, '--output', file]
  await promisify(execFile)(engineBinary(), args)
  return file
}
