// What a conference announces.
import type { agendaChanges } from './agenda.rules.ts'
import type { AgendaItem } from './agenda.schema.ts'
import type { Conference, Presiding } from './schema.ts'

const announce =
  <N extends `conference.${string}`>(name: N, facts: (conference: Conference) => Record<string, unknown>) =>
  (conference: Conference) => ({
    name,
    scope: conference.id,
    subject: conference.id,
    data: facts(conference),
  })

const identity = ({ title, hostUnitId, startsAt, venue, classification }: Conference) => ({
  title,
  hostUnitId,
  startsAt,
  venue,
  classification,
})

/** What a draft was made from, if from something: a template, another conference, a series. */
export type Origin = { templateId?: string; clonedFrom?: string; seriesId?: string }

export const conferenceDrafted = (conference: Conference, origin: Origin = {}) => ({
  name: 'conference.drafted' as const,
  scope: conference.id,
  subject: conference.id,
  data: { ...identity(conference), ...origin },
})
export const conferenceEdited = announce('conference.edited', (conference) => ({
  ...identity(conference),
  sequence: conference.sequence,
  version: conference.version,
}))
export const conferenceScheduled = announce('conference.scheduled', identity)
export const conferencePostponed = announce('conference.postponed', ({ postponements = [], sequence }) => ({
  ...postponements.at(-1),
  sequence,
}))
export const conferenceCancelled = announce('conference.cancelled', ({ cancellation, sequence }) => ({
  reason: cancellation?.reason,
  sequence,
}))
export const conferenceOpened = announce('conference.opened', ({ openedAt }) => ({ openedAt }))
export const conferenceStarted = announce('conference.started', ({ startedAt }) => ({ startedAt }))
export const conferenceClosed = announce('conference.closed', ({ closedAt }) => ({ closedAt }))
export const conferenceReopened = announce('conference.reopened', ({ reopenings = [] }) => ({
  ...reopenings.at(-1),
}))

/** Somebody took the chair, from whoever had it. */
export const chairTaken = (
  conference: Conference,
  before: Presiding | undefined,
  as: 'chair' | 'deputy',
) => ({
  name: 'conference.chair-taken' as const,
  scope: conference.id,
  subject: conference.id,
  data: {
    display: conference.presiding?.display,
    personId: conference.presiding?.personId,
    as,
    from: before?.display,
  },
})

const eventMost = 200_000

/** Titles of a whole agenda replaced by another would fill an event twice over: then it names the items by id only. */
const fitting = (changes: ReturnType<typeof agendaChanges>) => {
  if (JSON.stringify(changes).length < eventMost / 3) return changes
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => ({ id }))
  const { added, removed, dropped, ...rest } = changes
  const reasons = dropped.map(({ id, reason }) => ({ id, reason }))
  return { ...rest, added: ids(added), removed: ids(removed), dropped: reasons }
}

export const agendaEdited = (conference: Conference, changes: ReturnType<typeof agendaChanges>) => ({
  name: 'agenda.edited' as const,
  scope: conference.id,
  subject: conference.id,
  data: { ...fitting(changes), version: conference.agendaVersion },
})

const ofItem = <N extends `agenda.${string}`>(name: N, conferenceId: string, item: AgendaItem) => ({
  name,
  scope: conferenceId,
  subject: item.id,
  data: { title: item.title, kind: item.kind },
})

export const agendaItemStarted = (conferenceId: string, item: AgendaItem) =>
  ofItem('agenda.item-started', conferenceId, item)
export const agendaItemEnded = (conferenceId: string, item: AgendaItem) =>
  ofItem('agenda.item-ended', conferenceId, item)

/** Told in the log of openings; its subject is who opened, so that a rush at the start is spread over the log's shards. */
export const documentOpened = ({ id }: Conference, document: string, by: { sub: string }) => ({
  name: 'document.opened' as const,
  scope: openingsOf(id),
  subject: by.sub,
  data: { conferenceId: id, document },
})

/** The log of who opened the internal documents of a conference. */
export const openingsOf = (conferenceId: string): string => `openings:${conferenceId}`
