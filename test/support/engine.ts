// A fresh embedded engine for one test file: its own file, its own table, gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resetDatabase } from '#functions/shared/table.ts'
import { localCredentials, localRegion, startEngine } from '#infra/local/dynamodb.ts'

export const startTestEngine = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'diemcau-test-'))
  const engine = await startEngine({ file: join(dir, 'records.db'), table: 'records' })
  const endpoint = await engine.address()
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: endpoint,
    RECORDS_TABLE: 'records',
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  })
  resetDatabase()
  return {
    endpoint,
    stop: async () => {
      await engine.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
