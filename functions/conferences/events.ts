// What a conference announces.
import type { Conference } from './schema.ts'

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

export const conferenceDrafted = announce('conference.drafted', identity)
export const conferenceEdited = announce('conference.edited', (conference) => ({
  ...identity(conference),
  version: conference.version,
}))
export const conferenceScheduled = announce('conference.scheduled', identity)
export const conferenceOpened = announce('conference.opened', ({ openedAt }) => ({ openedAt }))
export const conferenceStarted = announce('conference.started', ({ startedAt }) => ({ startedAt }))
export const conferenceClosed = announce('conference.closed', ({ closedAt }) => ({ closedAt }))
