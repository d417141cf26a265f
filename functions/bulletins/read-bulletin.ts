// Read a conference's bulletin, with what may be chosen for it and what the public would see.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Act as GrantedAct } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { Problem } from '#functions/shared/problem.ts'
import { findBulletin } from './entity.ts'
import { expectPublic } from './rules.ts'
import type { BulletinView } from './schema.ts'
import { viewOf } from './sources.ts'

/** The conference as it stands, for whoever may do this to its bulletin. @throws Problem `not-allowed` */
export const expectAllowed = async (actor: Actor, id: string, act: GrantedAct) => {
  const conference = await loadConference(id)
  allow(actor, act, { conference: id, host: conference.hostUnitId })
  return conference
}

/** The same, of a conference that may be told of. @throws Problem `not-allowed`, `bulletin-internal`, `conference-state` */
export const expectDesk = async (actor: Actor, id: string, act: GrantedAct) => {
  const conference = await expectAllowed(actor, id, act)
  expectPublic(conference)
  return conference
}

/** What is out is seen, whatever became of the conference. @throws Problem `bulletin-missing` */
export const readBulletin = async (actor: Actor, id: string): Promise<BulletinView> => {
  const conference = await expectAllowed(actor, id, 'bulletin:read')
  const bulletin = await findBulletin(id)
  if (bulletin) return viewOf(bulletin, conference)
  expectPublic(conference)
  throw new Problem('bulletin-missing')
}
