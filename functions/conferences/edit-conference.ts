// Edit a conference's fields before it opens: a document, so only the version that was read may be replaced.
import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import { expectVersion } from '#functions/shared/version.ts'
import type { ConferenceInput } from './acts.schema.ts'
import { withAgenda } from './agenda.rules.ts'
import { loadConference } from './entity.ts'
import { conferenceEdited } from './events.ts'
import { namedIn } from './named-persons.ts'
import { edited } from './rules.ts'
import { type Saved, saveMoved } from './save-moved.ts'
import type { Conference } from './schema.ts'

/** The agenda is a document of its own: here too it is replaced only by whoever read it. */
const withAgendaOf = (
  next: Conference,
  { agenda: given, agendaVersion }: ConferenceInput,
  agenda: Conference['agenda'],
) => {
  if (given === undefined || JSON.stringify(agenda) === JSON.stringify(next.agenda)) return next
  if (agendaVersion === undefined) throw new Problem('version-missing', { detail: 'agendaVersion' })
  expectVersion(next.agendaVersion, agendaVersion)
  return { ...next, ...withAgenda(next, agenda) }
}

/**
 * @param version the version the editor read, from `If-Match`
 * @param followed the edit of an earlier conference of its series that this one follows
 * @throws Problem `not-allowed`, `stale-version`, `version-missing`, `conference-state`, `unit-unknown`,
 * `person-unknown`, `secret-grade-refused`
 */
export const editConference = async (
  actor: Actor,
  id: string,
  version: number,
  input: ConferenceInput,
  followed?: string,
): Promise<Saved> => {
  const current = await loadConference(id)
  allow(actor, 'conference:edit', { conference: id, host: current.hostUnitId })
  if (input.hostUnitId !== current.hostUnitId) allow(actor, 'conference:draft', { host: input.hostUnitId })
  expectVersion(current.version, version)
  const named = await namedIn(input, current.agenda)
  const fields = { ...edited(current, input, named), ...(followed ? { followed } : {}) }
  const next = withAgendaOf(fields, input, named.agenda)
  await expectUnit(input.hostUnitId, civilDay(input.startsAt), '/hostUnitId')
  return saveMoved(actor, next, current, conferenceEdited(next))
}
