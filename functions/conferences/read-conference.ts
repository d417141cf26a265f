// Read a conference, for those it concerns: host, its own roles, and the operators of invited units.
import { loadInvitedUnits } from '#functions/bridge-points/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Act, may, type Touched, unitsHeld } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { loadConference } from './entity.ts'
import { isAnnounced } from './rules.ts'
import type { Conference } from './schema.ts'

/**
 * Whether the actor may read a conference already loaded; a draft is its host's own. Whether an operator's unit is
 * invited is asked only when nothing else lets the actor in.
 * @throws Problem `not-allowed`
 */
export const expectReadable = async (
  actor: Actor,
  conference: Conference,
  act: Act = 'conference:read',
): Promise<void> => {
  const { id } = conference
  const touched: Touched = { conference: id, host: conference.hostUnitId }
  const at = now().toISOString()
  if (may(actor.grants, act, touched, at)) return
  const units = isAnnounced(conference) ? unitsHeld(actor.grants, 'operator', at) : []
  allow(actor, act, { ...touched, invited: units.length > 0 ? await loadInvitedUnits(id, units) : [] })
}

/**
 * The conference, if the actor may read it.
 * @throws Problem `not-found`, `not-allowed`
 */
export const readConference = async (
  actor: Actor,
  id: string,
  act: Act = 'conference:read',
): Promise<Conference> => {
  const conference = await loadConference(id)
  await expectReadable(actor, conference, act)
  return conference
}
