// Order the floor of a conference as a workbook: a job, as every export is.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { floorExportKind } from './exports.schema.ts'

/** @returns the job's id @throws Problem `not-found`, `not-allowed` */
export const exportFloor = async (actor: Actor, conferenceId: string): Promise<string> => {
  const { hostUnitId } = await loadConference(conferenceId)
  allow(actor, 'floor:export', { conference: conferenceId, host: hostUnitId })
  return startJob(actor, { kind: floorExportKind, scope: conferenceId, input: { conferenceId } })
}
