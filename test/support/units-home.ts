// A home for tests of the register: units, jobs and files over HTTP, an object store, and the worker when it is called.
import { seedUnits } from '#functions/directory/seed-units.ts'
import { units } from '#functions/directory/units.routes.ts'
import { filing } from '#functions/files/files-app.ts'
import { jobKinds } from '#functions/job-kinds.ts'
import { jobs } from '#functions/jobs/routes.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { writeCsvRows } from '#functions/shared/csv.ts'
import { writeSheets } from '#functions/shared/sheet.ts'
import { type Client, startApi } from './api.ts'
import { appOf } from './app-of.ts'
import { startStore, uploaded } from './files.ts'

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const startUnitsHome = async () => {
  const app = appOf({ '/units': units, '/jobs': jobs })
  const isOfFiles = (path: string) => /^\/api\/(uploads|jobs\/[^/]+\/result)/.test(path)
  const home = await startApi((path) => (isOfFiles(path) ? filing : app))
  const store = await startStore()
  await seedUnits()
  return {
    ...home,
    administrator: await home.somebody(['administrator', '*']),
    stop: async () => {
      await store.stop()
      await home.stop()
    },
  }
}

/** The bytes of a table. */
export const tableBytes = async (rows: string[][], format: 'csv' | 'xlsx'): Promise<Uint8Array> => {
  const [header = [], ...body] = rows
  return format === 'csv' ? writeCsvRows(rows) : writeSheets([{ name: 'Đơn vị', header, rows: body }])
}

/** Uploads a table. */
export const sendTable = async (client: Client, rows: string[][], format: 'csv' | 'xlsx' = 'csv') =>
  uploaded(client, await tableBytes(rows, format), { name: `don-vi.${format}`, type: types[format] })

/** Asks for the import; the id of its job, not run yet. */
export const orderImport = async (client: Client, uploadId: string, dryRun = false): Promise<string> => {
  const { status, body } = await client.post('/api/units/imports', { uploadId, dryRun })
  if (status !== 202) throw new Error(`the import answered ${status}: ${JSON.stringify(body)}`)
  return body.jobId
}

/** One delivery of a job's wake-up to the worker. @param remainingMs what its runtime has left */
export const deliver = (id: string, remainingMs = () => 900_000) => runJob(id, jobKinds, { remainingMs })

/** Imports a table as a whole; the job as it ended. */
export const importTable = async (client: Client, rows: string[][], format: 'csv' | 'xlsx' = 'csv') => {
  const id = await orderImport(client, await sendTable(client, rows, format))
  await deliver(id)
  return (await client.get(`/api/jobs/${id}`)).body
}
