// Import units from a table: the file is taken here, the work is a job's.
import { acceptUpload } from '#functions/files/accept-upload.ts'
import { allow } from '#functions/grants/allow.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { freePointer } from './change-register.ts'
import { tableFormats, type UnitExport, type UnitImport } from './unit-jobs.schema.ts'

/** 20,000 rows of units are less than 5 MB. */
const mostBytes = 5 * 1024 * 1024

/**
 * @returns the job's id
 * @throws Problem `units-importing` when an import is under way, and what `acceptUpload` refuses
 */
export const importUnits = async (actor: Actor, { uploadId, dryRun }: UnitImport): Promise<string> => {
  allow(actor, 'units:write')
  if (!dryRun) await freePointer()
  const limits = { types: Object.values(tableFormats), most: mostBytes }
  const { digest, type, name, use } = await acceptUpload(actor, uploadId, limits)
  const input = { digest, type, name, dryRun }
  const order = { kind: 'units.import', scope: 'directory', input }
  return dryRun ? startJob(actor, order) : startJob(actor, order, use)
}

/** @returns the job's id */
export const exportUnits = async (actor: Actor, input: UnitExport): Promise<string> => {
  allow(actor, 'units:export')
  return startJob(actor, { kind: 'units.export', scope: 'directory', input })
}
