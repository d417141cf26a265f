// What a move from unit to unit does to posts and grants. Pure.
import type { Person } from '#functions/directory/stored.schema.ts'
import { canEnd, endedGrant } from '#functions/grants/rules.ts'
import type { Grant } from '#functions/grants/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { MoveInput } from './schema.ts'

/** UTC+7: the instant a civil day begins. */
const beginOf = (day: string): string => new Date(`${day}T00:00:00.000+07:00`).toISOString()

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10)

const leavingPosts = (posts: Person['posts'], { from, on }: MoveInput) =>
  posts.filter((post) => post.unitId === from && post.from < on && (!post.to || post.to >= on))

/** The posts after a move: those at the old unit end the day before, one at the new unit begins. */
export const movedPosts = (posts: Person['posts'], input: MoveInput): Person['posts'] => {
  const { to, on, title } = input
  const leaving = leavingPosts(posts, input)
  const there = title ?? leaving.at(-1)?.title
  const stay = posts.map((post) => (leaving.includes(post) ? { ...post, to: dayBefore(on) } : post))
  const known = posts.some((post) => post.unitId === to && post.from === on)
  return there && !known ? [...stay, { unitId: to, title: there, from: on }] : stay
}

type Move = { by: string; at: string; newId: () => string }
type MovedGrants = { ended: Grant[]; given: Grant[] }

/**
 * An operator's grants go to the new unit on that day; any other role over the old unit ends, for it is given by whoever
 * answers for the new one. A day that has come already counts from now: no grant reaches back.
 */
export const movedGrants = (
  grants: readonly Grant[],
  input: MoveInput,
  { by, at, newId }: Move,
): MovedGrants => {
  const begins = beginOf(input.on)
  const from = begins > at ? begins : at
  const reason = input.reason ?? `Chuyển đơn vị từ ngày ${input.on.split('-').toReversed().join('/')}`
  const leaving = grants.filter(
    (grant) =>
      grant.scope === `unit:${input.from}` && canEnd(grant, at) && (!grant.validTo || grant.validTo > from),
  )
  const given = leaving
    .filter(({ role }) => role === 'operator')
    .map(
      ({ sub, personId, role, validFrom, validTo }): Grant => ({
        id: newId(),
        sub,
        personId,
        role,
        scope: `unit:${input.to}`,
        validFrom: validFrom > from ? validFrom : from,
        validTo,
        grantedBy: by,
        grantedAt: at,
        reason,
      }),
    )
  return { ended: leaving.map((grant) => endedGrant(grant, { at, by, reason }, from)), given }
}

/** @throws Problem `not-at-unit` when there is neither a post to leave nor a role */
export const expectMoves = (posts: Person['posts'], input: MoveInput, { ended }: MovedGrants): void => {
  if (ended.length === 0 && leavingPosts(posts, input).length === 0) throw new Problem('not-at-unit')
}
