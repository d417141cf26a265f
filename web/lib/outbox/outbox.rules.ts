// What waits, what goes next, what an answer means, and when an act says it happened. Pure.
import type { ApiProblem } from '#web/lib/problem.ts'
import type { Place, Refusal, Waiting } from './act.ts'

export const laneOf = ({ conferenceId, pointId }: Place): string => `${conferenceId}/${pointId}`

const byOrder = (a: Waiting, b: Waiting) => a.order - b.order

/** One person's acts in the order they were done. */
export const ownOf = (acts: readonly Waiting[], sub: string | undefined): Waiting[] =>
  acts.filter((act) => act.sub === sub).toSorted(byOrder)

/**
 * The act to send now: the oldest of this person that was not refused and whose place is not held up.
 * @param heldUp lanes in which an earlier act has to be tried again
 */
export const nextOf = (
  acts: readonly Waiting[],
  sub: string,
  heldUp: ReadonlySet<string> = new Set(),
): Waiting | undefined => ownOf(acts, sub).find((act) => !act.refused && !heldUp.has(laneOf(act)))

/** When it was done, by the server's clock: what a person is told. */
export const doneAt = ({ at, offsetMs }: Pick<Waiting, 'at' | 'offsetMs'>): number =>
  Date.parse(at) + offsetMs

/** Two clocks are never read at once: what differs by less is the same clock. */
const clocksDifferMs = 2_000

/**
 * What the act claims, by the device's clock at sending, as the server corrects it by that clock. Where the device's
 * clock was set meanwhile, as tablets do when the line returns, the claim is told by the clock it has now.
 * @param offsetNow how far the server's clock is ahead of the device's at sending, in milliseconds
 */
export const claimOf = ({ at, offsetMs }: Pick<Waiting, 'at' | 'offsetMs'>, offsetNow: number): string => {
  const moved = offsetMs - offsetNow
  return Math.abs(moved) < clocksDifferMs ? at : new Date(Date.parse(at) + moved).toISOString()
}

/** `hold`: no line, or nobody signed in, so nothing goes; `again`: this one later; `refused`: not without a person. */
export type Verdict = 'hold' | 'again' | 'refused'

/** Refusals that time alone may lift. */
const passing: readonly string[] = ['busy', 'conflict', 'internal-error']

/** A fault that stays is shown to the person like a refusal, and no longer keeps others waiting. */
const triesMost = 8

export const verdictOf = ({ slug, status }: Pick<ApiProblem, 'slug' | 'status'>, tries: number): Verdict => {
  if (slug === 'offline' || status === 401) return 'hold'
  const mayPass = passing.includes(slug) || status === 0 || status === 429 || status >= 500
  return mayPass && tries < triesMost ? 'again' : 'refused'
}

export const refusalOf = ({ slug, message, errors }: ApiProblem): Refusal => ({
  slug,
  title: message,
  details: errors.map(({ message }) => message),
})

/**
 * Ending a session that is over already: what was wanted holds. And nobody else has an act's key: where it was used for
 * another body, the act was taken as first sent, and this device lost its note of that.
 */
export const isDoneAnyway = ({ act }: Waiting, { slug }: Pick<ApiProblem, 'slug'>): boolean =>
  slug === 'idempotency-key-reused' || (act.kind === 'leave' && slug === 'session-unknown')

/** What was told where, and when by a clock nobody sets. */
export type Pressed = { told: string; at: number }

/** No hand means the same thing twice so soon. */
const echoMs = 700

/** Whether this is the second half of a double press. */
export const isEcho = (last: Pressed | undefined, { told, at }: Pressed): boolean =>
  last !== undefined && last.told === told && at - last.at < echoMs

/**
 * Whether data shown cannot have what was sent since. A sending that lies in the future was before the device's clock was
 * set back: else it would cover what others say until that hour comes again.
 */
export const isAhead = (sentAt: number, dataUpdatedAt: number, now: number): boolean =>
  sentAt > dataUpdatedAt && sentAt <= now

const firstMs = 1_000
const mostMs = 30_000

/** How long to wait before trying again: twice as long each time, no two devices at once. @param chance in [0, 1) */
export const backoffMs = (failures: number, chance: number): number =>
  Math.round(Math.min(mostMs, firstMs * 2 ** failures) * (0.5 + chance / 2))

export type Summary = { unsent: number; since: number | undefined; refused: Waiting[]; others: number }

/** What the banner says: of one's own acts how many wait and since when, which were refused; of others only that there are. */
export const summaryOf = (acts: readonly Waiting[], sub: string | undefined): Summary => {
  const own = ownOf(acts, sub)
  const unsent = own.filter(({ refused }) => !refused)
  return {
    unsent: unsent.length,
    since: unsent[0] && doneAt(unsent[0]),
    refused: own.filter(({ refused }) => refused),
    others: acts.length - own.length,
  }
}
