// Where sources disagree about a point, and what settles it. Pure.

import * as z from 'zod'
import { joined, left, newLink, staysUntil } from '#functions/bridge-points/rules.ts'
import type { BoardRow, Link, PointKind } from '#functions/bridge-points/stored.schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import { rollActOf } from './events.ts'
import { countsOf, folded, newRoll } from './rules.ts'
import {
  type Choice,
  Disagreement,
  type DisagreementKind,
  type Settlement,
  type Settling,
  type ShownDisagreement,
} from './schema.ts'

/** What the sources say of one point. */
export type PointFacts = {
  pointId: string
  kind: z.infer<typeof PointKind>
  rolled: boolean
  heads?: number | undefined
  /** Delegates said to sit in the room: present there, or their substitutes. */
  room: number
  linkEver: boolean
  linkAtClose: boolean
}

const idOf = (kind: DisagreementKind, pointId: string) => `${kind}.${pointId}`

/** The centre is where the conference is: it needs no link. */
const kindsOf = (facts: PointFacts, closed: boolean): DisagreementKind[] => [
  ...(closed && facts.linkAtClose && !facts.rolled ? (['link-without-roll'] as const) : []),
  ...(closed && facts.rolled && !facts.linkEver && facts.kind !== 'central'
    ? (['roll-without-link'] as const)
    : []),
  ...(facts.heads !== undefined && facts.heads < facts.room ? (['heads-below-present'] as const) : []),
]

/**
 * Every disagreement about these points. Whether a link is missing is known only once the conference is closed.
 * A drop and return is none.
 */
export const disagreements = (points: readonly PointFacts[], closed: boolean): Disagreement[] =>
  points.flatMap((facts) =>
    kindsOf(facts, closed).map((kind) => ({
      id: idOf(kind, facts.pointId),
      kind,
      pointId: facts.pointId,
      ...(kind === 'heads-below-present' ? { heads: facts.heads, room: facts.room } : {}),
    })),
  )

const choices: Record<DisagreementKind, readonly Choice[]> = {
  'link-without-roll': ['link', 'neither'],
  'roll-without-link': ['roll', 'link', 'neither'],
  'heads-below-present': ['heads', 'roll', 'neither'],
}

/** @throws Problem `invalid-input` when the choice is none of this kind's sources */
export const expectChoice = ({ kind }: Disagreement, { chosen }: Settling): void => {
  if (choices[kind].includes(chosen)) return
  const message = choices[kind].join(', ')
  throw new Problem('invalid-input', { errors: [{ pointer: '/chosen', code: 'invalid_value', message }] })
}

type Settled = Pick<Settlement, 'disagreement' | 'chosen' | 'reason' | 'by' | 'at'>

const sameFigures = (a: Disagreement, b: Disagreement) =>
  a.id === b.id && a.heads === b.heads && a.room === b.room

/** Each disagreement with what settled it; a settlement of other figures does not. */
export const withSettlements = (
  found: readonly Disagreement[],
  settlements: readonly Settled[],
): ShownDisagreement[] =>
  found.map((disagreement) => {
    const settled = settlements.find((settlement) => sameFigures(settlement.disagreement, disagreement))
    if (!settled) return disagreement
    const { chosen, reason, by, at } = settled
    return { ...disagreement, settled: { chosen, reason, by, at } }
  })

const covers = (link: Link, at: string) => staysUntil(link, at).some(({ from, to }) => from <= at && at <= to)

const linkFacts = (link: Link | undefined, closedAt: string | undefined) => ({
  linkEver: link !== undefined && Object.keys(link.open).length + link.stays.length > 0,
  linkAtClose: link !== undefined && closedAt !== undefined && covers(link, closedAt),
})

/** The facts of a point from its row and its link as they stand. */
export const factsOfRow = (
  row: BoardRow,
  link: Link | undefined,
  closedAt: string | undefined,
): PointFacts => ({
  pointId: row.pointId,
  kind: row.kind,
  rolled: row.rolledAt !== undefined,
  heads: row.heads,
  room: row.present - row.online + row.substituted,
  ...linkFacts(link, closedAt),
})

/** An event as the log holds it. */
export type Logged = {
  id: string
  name: string
  point?: string | undefined
  effectiveAt: string
  by: { name: string }
  data: Record<string, unknown>
}

const Added = z.object({
  points: z.array(z.object({ id: z.string(), kind: z.enum(['central', 'site']) })),
})
const Session = z.object({ session: z.string(), how: z.enum(['left', 'dropped']).default('left') })

const linkAfter = (link: Link, { name, effectiveAt, data }: Logged): Link => {
  if (name !== 'link.joined' && name !== 'link.left') return link
  const { session, how } = Session.parse(data)
  if (name === 'link.joined') return joined(link, session, effectiveAt)
  return link.open[session] ? left(link, session, effectiveAt, how) : link
}

const factsOfEvents = (
  { id, kind }: z.infer<typeof Added>['points'][number],
  events: readonly Logged[],
  closedAt: string,
): PointFacts => {
  const acts = events.filter(({ name }) => name === 'roll-call.taken').map(rollActOf)
  const { present, online, substituted, heads } = countsOf(acts.reduce(folded, newRoll('', id)))
  return {
    pointId: id,
    kind,
    rolled: acts.some(({ standing }) => standing !== 'rehearsal'),
    heads,
    room: present - online + substituted,
    ...linkFacts(events.reduce(linkAfter, newLink('', id)), closedAt),
  }
}

const SettledData = z.object({
  disagreement: Disagreement,
  chosen: z.enum(['link', 'roll', 'heads', 'neither']),
  reason: z.string(),
})

/**
 * Disagreements of a closed conference as its log tells them up to a horizon, each with what settled it: the same
 * answer whenever it is asked, whatever was recorded later.
 * @param events the log, oldest first
 */
export const disagreementsIn = (events: readonly Logged[], closedAt: string): ShownDisagreement[] => {
  const points = events.flatMap(({ name, data }) => (name === 'points.added' ? Added.parse(data).points : []))
  const byPoint = Map.groupBy(events, ({ point }) => point)
  const facts = points.map((point) => factsOfEvents(point, byPoint.get(point.id) ?? [], closedAt))
  const settlements = events
    .filter(({ name }) => name === 'disagreement.settled')
    .map(({ data, by, effectiveAt }) => ({ ...SettledData.parse(data), by: by.name, at: effectiveAt }))
  return withSettlements(disagreements(facts, true), settlements.toReversed())
}
