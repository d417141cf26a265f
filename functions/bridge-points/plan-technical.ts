// Set what a conference asks its points to check, and the line to the centre: a document of the desk.

import { loadConference } from '#functions/conferences/entity.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { expectPreparing } from './points.rules.ts'
import { defaultChecklist } from './readiness.rules.ts'
import { loadTechnical, technicalItem } from './readiness-entity.ts'
import { technicalPlanned } from './technical.events.ts'
import type { Technical, TechnicalInput } from './technical.schema.ts'

/** @param version the version the editor read, from `If-Match`; 0 before the first edit */
export const planTechnical = async (
  actor: Actor,
  conferenceId: string,
  version: number,
  { checklist = [...defaultChecklist], centre }: TechnicalInput,
): Promise<Technical> => {
  const [conference, current] = await Promise.all([loadConference(conferenceId), loadTechnical(conferenceId)])
  allow(actor, 'technical:plan', { conference: conferenceId, host: conference.hostUnitId })
  expectPreparing(conference)
  expectVersion(current.version, version)
  const next = { conferenceId, checklist, centre, version: version + 1 }
  await write(actor, conferenceId, putNext(technicalItem(next)), emit(actor, technicalPlanned(next)))
  return next
}

/** The list and the line to the centre, for the desk and for the points. */
export const readTechnicalPlan = async (actor: Actor, conferenceId: string): Promise<Technical> => {
  await readConference(actor, conferenceId, 'technical:read')
  return loadTechnical(conferenceId)
}
