// Read a conference's bulletin, with what may be chosen for it and what the public would see.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Act as GrantedAct } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadBulletin } from './entity.ts'
import { expectPublic } from './rules.ts'
import type { BulletinView } from './schema.ts'
import { viewOf } from './sources.ts'

/** The conference, for whoever may do this to its bulletin. @throws Problem `not-allowed`, `bulletin-internal`, `conference-state` */
export const expectDesk = async (actor: Actor, id: string, act: GrantedAct) => {
  const conference = await loadConference(id)
  allow(actor, act, { conference: id, host: conference.hostUnitId })
  expectPublic(conference)
  return conference
}

/** @throws Problem `bulletin-missing` */
export const readBulletin = async (actor: Actor, id: string): Promise<BulletinView> => {
  const conference = await expectDesk(actor, id, 'bulletin:read')
  return viewOf(await loadBulletin(id), conference)
}
