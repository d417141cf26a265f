// My conferences: those my units host, those they are invited to, and those that gave me a role; newest first.
import { invitationsOf } from '#functions/bridge-points/invitations.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { hostedBy, loadConferences } from './entity.ts'
import { answers, isSeen, lineOf, placeOf, type Sources, sourcesOf } from './list.rules.ts'
import type { ConferenceQuery } from './list.schema.ts'
import type { Conference } from './schema.ts'

/** Read beyond the page: the item the cursor stands on, and one more to know whether the list goes on. */
const beyond = 2

/** A filter that finds little ends the page after so many rounds: the cursor goes on from there. */
const roundsMost = 10

type Window = { from: string; to: string; limit: number }

const newestFirst = (a: Conference, b: Conference) => (placeOf(a) < placeOf(b) ? 1 : -1)

const hostedByAny = async (units: string[], window: Window) =>
  (await Promise.all(units.map((unit) => hostedBy(unit, window)))).flat()

const invitedTo = async (units: string[], window: Window) => {
  const found = await Promise.all(units.map((unit) => invitationsOf(unit, window)))
  return loadConferences(found.flat().map(({ conferenceId }) => conferenceId))
}

const givenRoles = async (actor: Actor): Promise<Conference[]> => {
  const scopes = actor.grants.filter(({ scope }) => scope.startsWith('conference:')).map(({ scope }) => scope)
  const found = await loadConferences([...new Set(scopes)].map((scope) => scope.slice('conference:'.length)))
  const at = now().toISOString()
  return found.filter(({ id }) => may(actor.grants, 'conference:read', { conference: id }, at))
}

/** The next conferences of all sources, whatever is asked of them. */
const round = async (
  { hosts, invited }: Sources,
  roles: Conference[],
  limit: number,
  { from, to }: Window,
) => {
  const window = { from, to, limit: limit + beyond }
  const found = [...(await hostedByAny(hosts, window)), ...(await invitedTo(invited, window)), ...roles]
  const distinct = [...new Map(found.map((conference) => [conference.id, conference])).values()]
    .filter((conference) => placeOf(conference) >= from && placeOf(conference) < to)
    .sort(newestFirst)
  const items = distinct.slice(0, limit)
  const last = items.at(-1)
  return { items, next: distinct.length > limit && last ? placeOf(last) : undefined }
}

/**
 * A page of the actor's conferences.
 * @param before the place of the last conference already seen
 * @throws Problem `not-allowed` for a unit that is none of the actor's
 */
export const listConferences = async (actor: Actor, query: ConferenceQuery, before: string | undefined) => {
  const at = now().toISOString()
  const sources = sourcesOf(actor.grants, query, at)
  if (!sources) throw new Problem('not-allowed')
  const roles = sources.roles ? await givenRoles(actor) : []
  const items: Conference[] = []
  let next = before ?? query.to ?? '2200'
  for (let rounds = 0; rounds < roundsMost; rounds++) {
    const window = { from: query.from ?? '1900', to: next, limit: query.limit }
    const found = await round(sources, roles, query.limit, window)
    items.push(...found.items.filter((one) => answers(one, query) && isSeen(one, actor.grants, sources, at)))
    const last = items[query.limit - 1]
    const more = items.length > query.limit || found.next !== undefined
    if (last)
      return { items: items.slice(0, query.limit).map(lineOf), next: more ? placeOf(last) : undefined }
    if (!found.next) return { items: items.map(lineOf), next: undefined }
    next = found.next
  }
  return { items: items.map(lineOf), next }
}
