// My conferences: those my units host, those they are invited to, and those that gave me a role; newest first.
import { invitationsOf } from '#functions/bridge-points/entity.ts'
import { may, unitsHeld } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { hostedBy, loadConferences } from './entity.ts'
import { isAnnounced } from './rules.ts'
import type { Conference, ConferenceQuery } from './schema.ts'

/** Read beyond the page: the item the cursor stands on, and one more to know whether the list goes on. */
const beyond = 2

type Window = { from: string; to: string; limit: number }

/** The place of a conference in every list: its planned start, then its id. */
export const placeOf = ({ startsAt, id }: { startsAt: string; id: string }): string => `${startsAt}#${id}`

const newestFirst = (a: Conference, b: Conference) => (placeOf(a) < placeOf(b) ? 1 : -1)

const hostedByAny = async (units: string[], window: Window) =>
  (await Promise.all(units.map((unit) => hostedBy(unit, window)))).flat()

const invitedTo = async (units: string[], window: Window) => {
  const found = await Promise.all(units.map((unit) => invitationsOf(unit, window)))
  return loadConferences(found.flat().map(({ conferenceId }) => conferenceId))
}

const givenRoles = async (actor: Actor, { from, to }: Window) => {
  const scopes = actor.grants.filter(({ scope }) => scope.startsWith('conference:')).map(({ scope }) => scope)
  const found = await loadConferences([...new Set(scopes)].map((scope) => scope.slice('conference:'.length)))
  const at = now().toISOString()
  return found.filter(
    (conference) =>
      placeOf(conference) >= from &&
      placeOf(conference) < to &&
      may(actor.grants, 'conference:read', { conference: conference.id }, at),
  )
}

/**
 * A page of the actor's conferences.
 * @param before the place of the last conference already seen
 */
export const listConferences = async (actor: Actor, query: ConferenceQuery, before: string | undefined) => {
  const at = now().toISOString()
  const mine = (units: string[]) => (query.unit ? units.filter((unit) => unit === query.unit) : units)
  const hosts = mine([
    ...unitsHeld(actor.grants, 'secretariat', at),
    ...unitsHeld(actor.grants, 'observer', at),
  ])
  const invited = mine(unitsHeld(actor.grants, 'operator', at))
  const roles = query.unit === undefined
  if (!roles && hosts.length + invited.length === 0) throw new Problem('not-allowed')
  const window = { from: query.from ?? '1900', to: before ?? query.to ?? '2200', limit: query.limit + beyond }
  const found = [
    ...(await hostedByAny(hosts, window)),
    ...(await invitedTo(invited, window)),
    ...(roles ? await givenRoles(actor, window) : []),
  ]
  const distinct = [...new Map(found.map((conference) => [conference.id, conference])).values()]
    .filter((conference) => placeOf(conference) < window.to)
    .sort(newestFirst)
  const page = distinct.slice(0, query.limit)
  const last = page.at(-1)
  const items = page.filter(
    (conference) =>
      isAnnounced(conference) ||
      may(actor.grants, 'conference:read', { conference: conference.id, host: conference.hostUnitId }, at),
  )
  return { items, next: distinct.length > query.limit && last ? placeOf(last) : undefined }
}
