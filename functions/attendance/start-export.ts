// Order the attendance of a conference as a file: a job, for it may be 167,650 lines long.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { type ExportInput, exportKind } from './exports.schema.ts'

/** @returns the job's id @throws Problem `not-found`, `not-allowed` */
export const startExport = async (
  actor: Actor,
  conferenceId: string,
  { format }: ExportInput,
): Promise<string> => {
  const { hostUnitId } = await loadConference(conferenceId)
  allow(actor, 'attendance:export', { conference: conferenceId, host: hostUnitId })
  return startJob(actor, { kind: exportKind, scope: conferenceId, input: { conferenceId, format } })
}
