// Edit the agenda: a document of its own, so that running it and editing the conference never stand in each other's way.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { agendaChanges, shownAgenda, withAgenda } from './agenda.rules.ts'
import type { Agenda, AgendaInput } from './agenda-acts.schema.ts'
import { agendaItem, loadConference } from './entity.ts'
import { agendaEdited } from './events.ts'
import { namedAgenda } from './named-persons.ts'
import { expectState } from './rules.ts'

/**
 * Until the close, the session included: items are added, reordered, delayed and dropped.
 * @param version the version of the agenda the editor read, from `If-Match`
 * @throws Problem `not-allowed`, `conference-state`, `stale-version`, `agenda-item-begun`, `person-unknown`,
 * `secret-grade-refused`
 */
export const editAgenda = async (
  actor: Actor,
  id: string,
  version: number,
  { items }: AgendaInput,
): Promise<Agenda> => {
  const current = await loadConference(id)
  allow(actor, 'conference:edit', { conference: id, host: current.hostUnitId })
  expectState(current, ['draft', 'scheduled', 'postponed', 'open', 'in-session'])
  expectVersion(current.agendaVersion, version)
  const agenda = await namedAgenda(items, current, '/items')
  const next = { ...current, ...withAgenda(current, agenda) }
  const changes = agendaChanges(current.agenda, agenda)
  await write(actor, id, putNext(agendaItem(next)), emit(actor, agendaEdited(next, changes)))
  return shownAgenda(next)
}
