// Order a print of the minutes as they stand: a job, for a nation's take their time.
import { readConference } from '#functions/conferences/read-conference.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import { loadMinutes } from '#functions/minutes/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import type { PrintKind } from './kinds.data.ts'

/** @returns the job's id @throws Problem `not-found`, `not-allowed`, `minutes-missing` */
export const orderPrint = async (actor: Actor, conferenceId: string, kind: PrintKind): Promise<string> => {
  await readConference(actor, conferenceId, 'minutes:read')
  await loadMinutes(conferenceId)
  return startJob(actor, { kind, scope: conferenceId, input: { conferenceId } })
}
