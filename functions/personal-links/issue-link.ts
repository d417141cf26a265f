// Hand a delegate their personal link, or take it back. Every showing of it is told in the log; what opens it is not.
import { loadDelegate, loadPoint } from '#functions/bridge-points/entity.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { findLink, linkItem, sealLink } from './entity.ts'
import { linkIssued, linkRevoked } from './events.ts'
import { expectOpen, issued, revoked } from './rules.ts'

type Place = { id: string; point: string; delegate: string }

const load = async (actor: Actor, { id, point: pointId, delegate: delegateId }: Place) => {
  const place = { conferenceId: id, pointId, delegateId }
  const [conference, point] = await Promise.all([loadConference(id), loadPoint(id, pointId)])
  allow(actor, 'delegates:write', { conference: id, host: conference.hostUnitId, unit: point.unitId })
  const [delegate, link] = await Promise.all([loadDelegate(id, pointId, delegateId), findLink(place)])
  return { conference, delegate, link, place }
}

/** @throws Problem `link-ended`, `delegate-withdrawn` */
export const issueLink = async (actor: Actor, at: Place): Promise<void> => {
  const { conference, delegate, link, place } = await load(actor, at)
  expectOpen(conference)
  if (delegate.state === 'withdrawn') throw new Problem('delegate-withdrawn')
  const next = issued(place, link, now().toISOString())
  await write(actor, delegate.id, putNext(linkItem(next)), emit(actor, linkIssued(delegate)))
}

/** The address as it is now. @throws Problem `link-not-issued` */
export const shownLink = async (actor: Actor, at: Place) => {
  const { delegate, link } = await load(actor, at)
  if (!link || link.revoked) throw new Problem('link-not-issued')
  const url = `${required('PUBLIC_URL')}/giay-moi#${await sealLink(link)}`
  return { url, delegate: delegate.display, issuedAt: link.issuedAt }
}

/** Addresses given out before open nothing any more. @throws Problem `link-not-issued` */
export const revokeLink = async (actor: Actor, at: Place): Promise<void> => {
  const { delegate, link } = await load(actor, at)
  await write(actor, delegate.id, putNext(linkItem(revoked(link))), emit(actor, linkRevoked(delegate)))
}

/** Whose link it was: what the revocation answers. */
export const revokedLink = async (actor: Actor, at: Place) => {
  const { delegate } = await load(actor, at)
  return { delegate: delegate.display, revoked: true as const }
}
