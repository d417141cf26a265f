// Order a period's records as CSV: a job. What it lists is what whoever orders it may read.
import { allow } from '#functions/grants/allow.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { type ExportInput, recordsExportKind } from './exports.schema.ts'

/** @returns the job's id @throws Problem `not-allowed` */
export const exportRecords = async (actor: Actor, input: ExportInput): Promise<string> => {
  allow(actor, 'archive:export')
  return startJob(actor, { kind: recordsExportKind, scope: 'archive', input })
}
