// The job that imports units: reads and checks the whole table, stages what differs, publishes it at once.
import { readFile } from '#functions/files/exports.ts'
import { allow } from '#functions/grants/allow.ts'
import { readCsvRows } from '#functions/shared/csv.ts'
import { defineJob, type JobContext } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { readSheetRows } from '#functions/shared/sheet.ts'
import { currentRegister, loadPointer } from './register.ts'
import {
  awaitStaged,
  leaveRegister,
  publishUnits,
  settleUnits,
  stageUnits,
  takeRegister,
} from './stage-units.ts'
import { type ImportFigures, ImportOrder, tableFormats } from './unit-jobs.schema.ts'
import { type Plan, planUnits } from './unit-plan.rules.ts'
import { unitsImported } from './units.events.ts'

const perChunk = 100

type Order = { digest: string; type: string; name: string; dryRun: boolean }

const rowsOf = async ({ digest, type }: Order) => {
  const bytes = await readFile(digest)
  return type === tableFormats.csv ? readCsvRows(bytes) : readSheetRows(bytes)
}

/** Against the register as it stands: nobody changes it while the job has it. */
const planOf = async (order: Order): Promise<Plan> =>
  planUnits((await currentRegister()).byId, await rowsOf(order))

const figures = ({ changed, added, unchanged, ignored }: Plan): ImportFigures => ({
  added,
  changed: changed.length - added,
  unchanged,
  ignoredColumns: ignored.slice(0, 50).map((words) => words.slice(0, 100)),
})

/** @throws Problem `rows-invalid` when any row is wrong: each is told, and nothing is recorded */
const checked = async (context: JobContext, order: Order): Promise<Plan> => {
  const plan = await planOf(order)
  for (const complaint of plan.complaints) context.rowError(complaint)
  if (plan.complaints.length > 0) throw new Problem('rows-invalid')
  return plan
}

const nothing = async () => {}

/** From the file to the one write by which all of it is so. A run that comes after that write finds it done. */
const record = async (context: JobContext, order: Order): Promise<void> => {
  const { actor, jobId } = context
  await takeRegister(actor, jobId)
  if ((await loadPointer()).published.includes(jobId)) return
  // An import that died after its publishing may have left units to be put in their places.
  await settleUnits(nothing)
  const plan = await checked(context, order)
  const { changed } = plan
  const told = await context.step('figures', async () => figures(plan))
  await context.eachChunk('stage', changed, perChunk, (chunk) => stageUnits(jobId, chunk))
  await awaitStaged(jobId, changed.length)
  const { added } = told
  const event = unitsImported(jobId, { digest: order.digest, added, changed: told.changed })
  if (changed.length > 0) await context.step('publish', () => publishUnits(context, changed.length, event))
}

export const importUnitsJob = defineJob({
  name: 'units.import',
  input: ImportOrder,
  run: async (context, order) => {
    allow(context.actor, 'units:write')
    if (order.dryRun) return { ...figures(await checked(context, order)), dryRun: true }
    await context.step('record', () => record(context, order))
    await settleUnits((done, total) => context.progress(done, total))
    await leaveRegister(context.actor, context.jobId)
    return context.step<ImportFigures>('figures', () => Promise.reject(new Error('told before')))
  },
})
