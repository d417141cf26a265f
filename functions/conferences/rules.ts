// What may become of a conference, and when. Pure.
import { Problem } from '#functions/shared/problem.ts'
import type { Conference, ConferenceInput, State } from './schema.ts'

/** Opening earlier than this before the planned start needs a confirmation. */
export const openingLeadMinutes = 60

/** A new draft. @throws Problem `secret-grade-refused`: such matter may not be on a networked system */
export const newConference = (id: string, input: ConferenceInput): Conference => {
  const { classification } = input
  if (classification !== 'public' && classification !== 'internal') throw new Problem('secret-grade-refused')
  return { ...input, id, classification, state: 'draft', version: 1 }
}

/** A draft or scheduled conference with new fields. */
export const edited = (conference: Conference, input: ConferenceInput): Conference => {
  expectState(conference, ['draft', 'scheduled'])
  const { state, version } = conference
  return { ...newConference(conference.id, input), state, version: version + 1 }
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

export const closed = (conference: Conference, at: string): Conference =>
  moved(conference, 'in-session', { state: 'closed', closedAt: at })

/** Until it is scheduled a conference is a plan of its host: those it invites do not see it. */
export const isAnnounced = ({ state }: Conference): boolean => state !== 'draft'
