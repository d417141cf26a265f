// Read a conference, for those it concerns: host, its own roles, and the operators of invited units.
import { loadInvitedUnits } from '#functions/bridge-points/invitations.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Act, may, type Touched, unitsHeld } from '#functions/grants/rules.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNew } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { loadConference } from './entity.ts'
import { documentOpened } from './events.ts'
import { isAnnounced } from './rules.ts'
import type { Conference } from './schema.ts'

/**
 * Whether the actor may read a conference already loaded; a draft is its host's own. Whether an operator's unit is
 * invited is asked only when nothing else lets the actor in.
 * @param invited tells which of an operator's units have a point in the conference
 * @throws Problem `not-allowed`
 */
export const expectReadable = async (
  actor: Actor,
  conference: Conference,
  act: Act = 'conference:read',
  invited = loadInvitedUnits,
): Promise<void> => {
  const { id } = conference
  const touched: Touched = { conference: id, host: conference.hostUnitId }
  const at = now().toISOString()
  if (may(actor.grants, act, touched, at)) return
  const units = isAnnounced(conference) ? unitsHeld(actor.grants, 'operator', at) : []
  allow(actor, act, { ...touched, invited: units.length > 0 ? await invited(id, units) : [] })
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

const rememberedMost = 20_000
const remembered = new Set<string>()
const keptSeconds = 2 * 24 * 3600

/**
 * Opening an internal document is an audited event: one a person, document and hour, for a page asks again every few
 * seconds. This process remembers whom it has told of; what another process told is found by the marker's condition.
 * Kept in a log of its own (`openings:<conference>`): what people read is no part of what the minutes rest on.
 * @param document the id of what is opened
 */
export const noteOpening = async (actor: Actor, conference: Conference, document: string): Promise<void> => {
  if (conference.classification !== 'internal') return
  const at = now()
  const hour = at.toISOString().slice(0, 13)
  const opening = `${document}#${actor.sub}#${hour}`
  if (remembered.has(opening)) return
  const ttl = Math.floor(at.getTime() / 1000) + keptSeconds
  const marker = putNew({ pk: `OPENED#${document}#${actor.sub}`, sk: hour, type: 'opening', ttl })
  try {
    await write(
      withoutClaim(actor),
      document,
      marker,
      emit(actor, documentOpened(conference, document, actor)),
    )
  } catch (error) {
    if (!(error instanceof Stale)) throw error
  }
  if (remembered.size >= rememberedMost) remembered.clear()
  remembered.add(opening)
}
