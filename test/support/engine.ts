// A fresh embedded engine for one test file: its own file and table, AWS's manners in front, gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Item, resetDatabase } from '#functions/shared/table.ts'
import { besides, localCredentials, localRegion, startEngine } from '#infra/local/dynamodb.ts'
import { type Manners, startManners, strictManners } from '#infra/local/manners.ts'
import { importItems } from './import.ts'
import { inProcess } from './in-process.ts'

/**
 * Points this process's functions at the new table.
 * @param manners changes to the strict ones that tests get
 * @param items what the table begins with, however much
 */
export const startTestEngine = async (manners: Partial<Manners> = {}, items?: Iterable<Item>) => {
  const dir = await mkdtemp(join(tmpdir(), 'diemcau-test-'))
  const file = items ? await importItems(dir, 'records', items) : join(dir, 'records.db')
  const engine = await startEngine({ file, table: 'records' })
  const settings = { ...strictManners, ...manners }
  const front = await startManners({ target: engine.address, file, manners: settings })
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: front.endpoint,
    RECORDS_TABLE: 'records',
    SNAPSHOTS_TABLE: besides.snapshots,
    CREDENTIALS_TABLE: besides.credentials,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  })
  resetDatabase(inProcess(front.ask))
  return {
    /** With manners. */
    endpoint: front.endpoint,
    /** The bare engine's, for what a test must be sure of. */
    bare: await engine.address(),
    file,
    /** Requests that manners refused so far. */
    refused: front.refused,
    stop: async () => {
      await front.stop()
      await engine.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
