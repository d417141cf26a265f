// Hears which pages came to the live channel and went, and keeps it for the points their accounts run.
import * as z from 'zod'
import { loadInvitedUnits } from '#functions/bridge-points/invitations.ts'
import { putPage } from '#functions/bridge-points/pages.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { standingOf } from '#functions/grants/entity.ts'
import { unitOf, unitsHeld } from '#functions/grants/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { queueEntry } from '#functions/shared/lambda.ts'
import { partsOfClientId } from './messages.schema.ts'

/** As the channel tells it, late, twice or out of order: `putPage` keeps what is so. */
const Presence = z.object({
  clientId: z.string(),
  eventType: z.enum(['connected', 'disconnected']),
  sessionIdentifier: z.string(),
  versionNumber: z.number(),
})

type Grants = Parameters<typeof unitsHeld>[0]

/** A page that goes, goes from every point its account ever ran: it may go because a grant has ended. */
const unitsOf = (grants: Grants, eventType: 'connected' | 'disconnected', at: string): string[] =>
  eventType === 'connected'
    ? unitsHeld(grants, 'operator', at)
    : grants.flatMap(({ role, scope }) => (role === 'operator' ? (unitOf(scope) ?? []) : []))

export const handler = queueEntry(async ({ body }) => {
  const { clientId, eventType, sessionIdentifier, versionNumber } = Presence.parse(JSON.parse(body))
  const page = partsOfClientId(clientId)
  if (!page) return
  const { conferenceId, sub } = page
  const at = now().toISOString()
  const { grants } = await standingOf(sub)
  const units = [...new Set(unitsOf(grants, eventType, at))]
  const invited = units.length > 0 ? await loadInvitedUnits(conferenceId, units) : []
  const presence = {
    page: page.page,
    session: sessionIdentifier,
    version: versionNumber,
    state: eventType,
  }
  await Promise.all(invited.map((unit) => putPage(conferenceId, pointIdOf(unit), presence, at)))
})
