// What a conference is made of, and the steps of its life. Pure.
import { Problem } from '#functions/shared/problem.ts'
import type { ConferenceInput } from './acts.schema.ts'
import { endingAll } from './agenda.rules.ts'
import type { AgendaItem } from './agenda.schema.ts'
import type { Titled } from './persons.schema.ts'
import type { Conference, State } from './schema.ts'
import { expectNoStamp } from './secret.rules.ts'

/** Opening earlier than this before the planned start needs a confirmation. */
export const openingLeadMinutes = 60

/** The persons a conference names, as titled on its day, and its agenda as planned. */
export type Named = {
  chairs: Titled[]
  deputyChair?: Titled | undefined
  secretary?: Titled | undefined
  agenda: AgendaItem[]
}

const nobody: Named = { chairs: [], agenda: [] }

/** @throws Problem `secret-grade-refused`: such matter may not be on a networked system */
const described = (input: ConferenceInput, { chairs, deputyChair, secretary }: Named) => {
  const { agenda: _, agendaVersion: __, chairs: ___, deputyChair: ____, secretary: _____, ...plain } = input
  const { classification, title, venue } = plain
  if (classification !== 'public' && classification !== 'internal') throw new Problem('secret-grade-refused')
  expectNoStamp([...title.map((part, at) => [`/title/${at}`, part] as const), ['/venue', venue]])
  return {
    ...plain,
    classification,
    chairs,
    ...(deputyChair ? { deputyChair } : {}),
    ...(secretary ? { secretary } : {}),
  }
}

/** A new draft. @throws Problem `secret-grade-refused` */
export const newConference = (id: string, input: ConferenceInput, named: Named = nobody): Conference => ({
  ...described(input, named),
  agenda: named.agenda,
  agendaVersion: 0,
  id,
  state: 'draft',
  sequence: 0,
  version: 1,
})

/** What a calendar shows of a conference. */
const shownInCalendars = ({ title, startsAt, endsAt, venue, form }: Conference) =>
  JSON.stringify([title, startsAt, endsAt, venue, form])

/**
 * A conference that is yet to open with new fields. One put off has its date given by `postponed`, which tells why.
 * @throws Problem `conference-state`, `secret-grade-refused`
 */
export const edited = (conference: Conference, input: ConferenceInput, named: Named = nobody): Conference => {
  expectState(conference, ['draft', 'scheduled', 'postponed'])
  const { state, sequence, version } = conference
  if (state === 'postponed' && input.startsAt !== conference.startsAt)
    throw new Problem('conference-state', { detail: state })
  const { endsAt: _, contributionsDueAt: __, deputyChair: ___, secretary: ____, ...kept } = conference
  const next: Conference = { ...kept, ...described(input, named), version: version + 1 }
  const told = state !== 'draft' && shownInCalendars(next) !== shownInCalendars(conference)
  return told ? { ...next, sequence: sequence + 1 } : next
}

/** @throws Problem `conference-state` naming where the conference stands */
export const expectState = (conference: Conference, states: readonly State[]): void => {
  if (!states.includes(conference.state)) throw new Problem('conference-state', { detail: conference.state })
}

const moved = (conference: Conference, from: State, change: Partial<Conference>): Conference => {
  expectState(conference, [from])
  return { ...conference, ...change, version: conference.version + 1 }
}

export const scheduled = (conference: Conference): Conference =>
  moved(conference, 'draft', { state: 'scheduled' })

/** The room opens for rehearsal and readiness checks. @throws Problem `opening-needs-confirmation` */
export const opened = (conference: Conference, at: string, confirmed: boolean): Conference => {
  const next = moved(conference, 'scheduled', { state: 'open', openedAt: at })
  const leadMs = Date.parse(conference.startsAt) - Date.parse(at)
  if (leadMs > openingLeadMinutes * 60_000 && !confirmed) throw new Problem('opening-needs-confirmation')
  return next
}

export const started = (conference: Conference, at: string): Conference =>
  moved(conference, 'open', { state: 'in-session', startedAt: at })

/** What is on ends with the session. */
export const closed = (conference: Conference, at: string): Conference =>
  moved(conference, 'in-session', { state: 'closed', closedAt: at, ...endingAll(conference, at) })

/** Until it is scheduled a conference is a plan of its host: those it invites do not see it, nor that it was given up. */
export const isAnnounced = ({ state, cancellation }: Pick<Conference, 'state' | 'cancellation'>): boolean =>
  state !== 'draft' && !cancellation?.unannounced
