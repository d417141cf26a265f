// Run the agenda during the session: an item begins, an item ends. Acts, told late perhaps, and visible to everybody.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext, whileVersion } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { itemEnded, itemStarted, shownAgenda, withAgenda } from './agenda.rules.ts'
import type { Agenda, AgendaAct } from './agenda-acts.schema.ts'
import { agendaItem, conferenceKey, loadConference } from './entity.ts'
import { agendaItemEnded, agendaItemStarted } from './events.ts'
import { expectState } from './rules.ts'

const verbs = {
  start: { decide: itemStarted, announce: agendaItemStarted },
  end: { decide: itemEnded, announce: agendaItemEnded },
}

/**
 * @throws Problem `not-allowed`, `conference-state`, `not-found`, `agenda-item-running`, `agenda-item-not-running`,
 * `agenda-item-dropped`
 */
export const runAgenda = (
  actor: Actor,
  at: { id: string; item: string },
  verb: keyof typeof verbs,
  { claimedAt }: AgendaAct,
): Promise<Agenda> =>
  persisting(async () => {
    const current = await loadConference(at.id)
    allow(actor, 'agenda:run', { conference: at.id, host: current.hostUnitId })
    expectState(current, ['in-session'])
    const item = current.agenda.find(({ id }) => id === at.item)
    if (!item) throw new Problem('not-found')
    const { decide, announce } = verbs[verb]
    const event = recorded(actor, announce(at.id, item), { claimedAt, openedAt: current.startedAt })
    const agenda = decide(current.agenda, at.item, event.effectiveAt)
    const next = { ...current, ...withAgenda(current, agenda) }
    const inSession = whileVersion(conferenceKey(at.id), current.version)
    await write(actor, at.item, putNext(agendaItem(next)), inSession, putEvent(event))
    return shownAgenda(next)
  })
