// Where sources disagree, and whether what was settled is about what they say now. Pure.
import type * as z from 'zod'
import { linkAfter } from '#functions/bridge-points/link.events.ts'
import { newLink } from '#functions/bridge-points/link.rules.ts'
import { pointEvents, pointsIn } from '#functions/bridge-points/points-log.rules.ts'
import { linkStateAt, timelineOf } from '#functions/bridge-points/stays.rules.ts'
import { type BoardRow, type Link, PointKind } from '#functions/bridge-points/stored.schema.ts'
import type {
  Disagreement,
  DisagreementKind,
  Settlement,
  ShownDisagreement,
  Statement,
} from './disagreements.schema.ts'
import { type Logged, raisedIn, rollActOf, settledIn } from './events.ts'
import { rolledAtOf, roomOf } from './fold.rules.ts'
import { rollIn } from './log.rules.ts'
import { differencesIn } from './rivals.rules.ts'
import type { Roll } from './roll.schema.ts'
import { isInSession, type Lifecycle, lifecycleIn } from './standing.rules.ts'

/** What the sources say of one point, before anything was settled. */
export type PointFacts = {
  pointId: string
  kind: z.infer<typeof PointKind>
  rolled: boolean
  heads?: number | undefined
  /** Delegates said to sit in the room: present there, or their substitutes. */
  room: number
  /** Whether it was ever connected in the session, or nobody knows; what was tried before is rehearsal. */
  linkEver: boolean
  linkAtClose: boolean
  /** Delegates whom sources mark differently. */
  differing: readonly { delegateId: string; statements: Statement[] }[]
}

/** The centre is where the conference is: it needs no link. */
const kindsOf = (facts: PointFacts, closed: boolean): DisagreementKind[] => [
  ...(closed && facts.linkAtClose && !facts.rolled ? (['link-without-roll'] as const) : []),
  ...(closed && facts.rolled && !facts.linkEver && facts.kind !== 'central'
    ? (['roll-without-link'] as const)
    : []),
  ...(facts.heads !== undefined && facts.heads < facts.room ? (['heads-below-present'] as const) : []),
]

/** By figures a settlement knows whether it is still about the same. */
const figuresOf = (kind: DisagreementKind, { heads, room }: PointFacts) =>
  kind === 'link-without-roll' ? {} : { heads, room }

const ofPoint = (facts: PointFacts, closed: boolean): Disagreement[] => {
  const { pointId, differing } = facts
  const whole = kindsOf(facts, closed).map((kind) => ({
    id: `${kind}.${pointId}`,
    kind,
    pointId,
    ...figuresOf(kind, facts),
  }))
  const single = differing.map(({ delegateId, statements }) => ({
    id: `sources-differ.${pointId}.${delegateId}`,
    kind: 'sources-differ' as const,
    pointId,
    delegateId,
    statements,
  }))
  return [...whole, ...single]
}

/**
 * Every disagreement about these points. Whether a link is missing is known only once the conference is closed.
 * A drop and return is none.
 */
export const disagreements = (points: readonly PointFacts[], closed: boolean): Disagreement[] =>
  points.flatMap((facts) => ofPoint(facts, closed))

/** Documents that give one figure or award differently. @param id of the figure or the award */
export const documentsDiffer = (id: string, subject: string, statements: Statement[]): Disagreement => ({
  id: `documents-differ.${id}`,
  kind: 'documents-differ',
  subject,
  statements,
})

/** A call that somebody sent whose grant has ended since it is said to have been made. */
export const endedGrant = (pointId: string, statement: Statement): Disagreement => ({
  id: `ended-grant.${pointId}.${statement.event}`,
  kind: 'ended-grant',
  pointId,
  statements: [statement],
})

/** A call under an ended grant that turned out to be of a rehearsal marks nobody: nothing is left to judge. */
export const isOfSession = (
  { kind, statements = [] }: Disagreement,
  lifecycle: Lifecycle | undefined,
): boolean => kind !== 'ended-grant' || statements.some((statement) => isInSession(statement, lifecycle))

type Settled = Pick<Settlement, 'disagreement' | 'chosen' | 'reason' | 'by' | 'at'>

const eventsOf = ({ statements = [] }: Disagreement) =>
  statements
    .map(({ event, text = '' }) => `${event} ${text}`)
    .sort()
    .join()

/** Settlements of earlier records tell the figures of heads only. */
const sameFigures = (settled: Disagreement, now: Disagreement) =>
  now.kind === 'roll-without-link' && settled.room === undefined
    ? true
    : settled.heads === now.heads && settled.room === now.room

const isAbout = (settled: Disagreement, now: Disagreement) =>
  settled.id === now.id && sameFigures(settled, now) && eventsOf(settled) === eventsOf(now)

/** Each disagreement with what settled it last; a settlement of other statements does not. @param settlements newest first */
export const withSettlements = (
  found: readonly Disagreement[],
  settlements: readonly Settled[],
): ShownDisagreement[] => {
  const byId = Map.groupBy(settlements, ({ disagreement }) => disagreement.id)
  return found.map((disagreement) => {
    const settled = byId.get(disagreement.id)?.find((one) => isAbout(one.disagreement, disagreement))
    if (!settled) return disagreement
    const { chosen, reason, by, at } = settled
    return { ...disagreement, settled: { chosen, reason, by, at } }
  })
}

/** A link nobody heard of at the close may have been up: its roll is asked for all the same. */
const heldAt = (link: Link, at: string) => {
  const state = linkStateAt(timelineOf(link, at), at)
  return state === 'up' || state === 'unknown'
}

/** Whether the link was up in the session, or may have been: a trial before it is rehearsal. */
const wasLinkedIn = (link: Link, closedAt: string, startedAt = ''): boolean =>
  timelineOf(link, closedAt).some(
    ({ to, state }) => (state === 'up' || state === 'unknown') && to > startedAt,
  )

/** The same from the row: it tells since when the link is as it is. */
const isLinkedIn = ({ linkState, since }: BoardRow, startedAt = ''): boolean => {
  if (linkState === 'never') return false
  return linkState === 'up' || linkState === 'unknown' || since === undefined || since > startedAt
}

/** What was said of a point; what was settled about heads is left aside, for it is about this. */
const rollFacts = (roll: Roll) => {
  const { heads } = roll
  return {
    rolled: rolledAtOf(roll) !== undefined,
    heads: heads && heads.standing !== 'rehearsal' ? (heads.count ?? undefined) : undefined,
    room: roomOf(roll),
    differing: differencesIn(roll),
  }
}

/**
 * The facts of a point from its row, and from its roll and link where the row alone does not tell: the roll where
 * sources differ or something was settled, the link where it was up once and no roll was taken.
 */
export const factsOfRow = (
  row: BoardRow,
  { link, roll }: { link?: Link | undefined; roll?: Roll | undefined },
  { startedAt, closedAt }: Lifecycle,
): PointFacts => ({
  pointId: row.pointId,
  kind: row.kind,
  ...(roll
    ? rollFacts(roll)
    : {
        rolled: row.rolledAt !== undefined,
        heads: row.heads,
        room: row.room ?? row.present - row.online + row.substituted,
        differing: [],
      }),
  linkEver: isLinkedIn(row, startedAt),
  linkAtClose: link !== undefined && closedAt !== undefined && heldAt(link, closedAt),
})

/** The points that stand by the log; one taken out is asked nothing. */
const standingPoints = (events: readonly Logged[]) =>
  pointsIn(
    events
      .filter(({ name }) => pointEvents.has(name))
      .map((event) => ({ ...event, subject: event.point ?? '' })),
  ).map(({ id, kind }) => ({ id, kind: PointKind.parse(kind) }))

const factsOfEvents = (
  { id, kind }: ReturnType<typeof standingPoints>[number],
  events: readonly Logged[],
  closedAt: string,
  lifecycle: Lifecycle | undefined,
): PointFacts => {
  const link = events.reduce(linkAfter, newLink('', id))
  const roll = rollFacts(rollIn(events, '', id, lifecycle))
  const linkEver = wasLinkedIn(link, closedAt, lifecycle?.startedAt)
  return { pointId: id, kind, ...roll, linkEver, linkAtClose: heldAt(link, closedAt) }
}

/** A call that is held back, as a statement that somebody must judge. */
export const heldStatement = (event: Logged): Statement => {
  const { at, by, heads, marks, rank } = rollActOf(event)
  const source = rank === 3 ? 'secretariat' : 'operator'
  return { event: event.id, source, by, at, marks: marks.length, heads: heads ?? undefined }
}

const heldIn = (events: readonly Logged[]): Disagreement[] =>
  events.flatMap((event) =>
    event.name === 'roll-call.taken' && event.data.grantEnded
      ? [endedGrant(event.point ?? '', heldStatement(event))]
      : [],
  )

/** What was raised of documents, as last raised; none where they agree by now. */
const raisedEver = (events: readonly Logged[]): Disagreement[] => {
  const byId = new Map<string, Disagreement | undefined>()
  for (const event of events) {
    if (event.name === 'disagreement.raised') byId.set(raisedIn(event).id, raisedIn(event))
    if (event.name === 'disagreement.withdrawn') byId.delete(raisedIn(event).id)
  }
  return [...byId.values()].flatMap((disagreement) => disagreement ?? [])
}

/**
 * Disagreements of a closed conference as its log tells them up to a horizon, each with what settled it: the same
 * answer whenever it is asked, whatever was recorded later.
 * @param events the log, oldest first
 */
export const disagreementsIn = (events: readonly Logged[], closedAt: string): ShownDisagreement[] => {
  const points = standingPoints(events)
  const byPoint = Map.groupBy(events, ({ point }) => point)
  const lifecycle = lifecycleIn(events)
  const facts = points.map((point) => factsOfEvents(point, byPoint.get(point.id) ?? [], closedAt, lifecycle))
  const held = heldIn(events).filter((disagreement) => isOfSession(disagreement, lifecycle))
  const found = [...disagreements(facts, true), ...held, ...raisedEver(events)]
  const settlements = events
    .filter(({ name }) => name === 'disagreement.settled')
    .map((event) => ({ ...settledIn(event), by: event.by.name, at: event.effectiveAt }))
  return withSettlements(found, settlements.toReversed())
}
