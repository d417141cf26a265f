// Rolls, check-ins, settlements and raised disagreements in the table. A roll and its check-ins stand in their point's
// partition: no two points share an item.
import * as z from 'zod'
import { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { delegateKey, setColumns } from '#functions/bridge-points/entity.ts'
import { pointKey, pointPartition } from '#functions/bridge-points/point-key.rules.ts'
import { Point } from '#functions/bridge-points/stored.schema.ts'
import { conferenceKey, conferencePartition } from '#functions/conferences/entity.ts'
import { Conference } from '#functions/conferences/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany, type Operation, putNext } from '#functions/shared/table.ts'
import { CheckIn } from './check-ins.schema.ts'
import { documentsDiffer, isOfSession } from './disagreements.rules.ts'
import { type Disagreement, Raised, Settlement, type Statement } from './disagreements.schema.ts'
import { disagreementRaised } from './events.ts'
import { newRoll } from './fold.rules.ts'
import { PackedRoll, packed, unpacked } from './packing.rules.ts'
import type { Roll } from './roll.schema.ts'
import { rollColumns } from './rules.ts'
import { restood, rollWithin } from './standing.rules.ts'

const rollKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'ROLL',
})

const rollItem = (roll: Roll): Item & { version: number } => ({
  ...packed(roll),
  ...rollKey(roll.conferenceId, roll.pointId),
  type: 'roll',
})

/** An item has at most 400 KB. */
const bytesMost = 390_000

/** The roll and the point's row as it makes it. @throws Problem `roll-full` */
export const putRoll = (roll: Roll, { delegateIds }: Pick<Point, 'delegateIds'>): Operation[] => {
  const columns = rollColumns(roll, new Set(delegateIds))
  const point = { conferenceId: roll.conferenceId, id: roll.pointId }
  const item = rollItem(roll)
  if (Buffer.byteLength(JSON.stringify(item)) > bytesMost) throw new Problem('roll-full')
  const gone = (['heads', 'rolledAt'] as const).filter((column) => columns[column] === undefined)
  return [putNext(item), setColumns(point, columns, gone)]
}

type Held = Pick<Conference, 'id' | 'startedAt' | 'closedAt'>

/** The roll of a point, counting as the conference stands; an empty one before the first call. */
export const loadRoll = async (conference: Held, pointId: string): Promise<Roll> => {
  const stored = await load(rollKey(conference.id, pointId), PackedRoll)
  return stored ? rollWithin(unpacked(stored), conference) : newRoll(conference.id, pointId)
}

/** The rolls of these points, in no order; a point without a call has none. */
export const loadRolls = async (conference: Held, pointIds: readonly string[]): Promise<Roll[]> => {
  const keys = pointIds.map((id) => rollKey(conference.id, id))
  return (await loadMany(keys, PackedRoll)).map((stored) => rollWithin(unpacked(stored), conference))
}

const checkInKey = (conferenceId: string, pointId: string, delegateId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: `CHECKIN#${delegateId}`,
})

export const checkInItem = (checkIn: CheckIn): Item & { version: number } => ({
  ...checkIn,
  ...checkInKey(checkIn.conferenceId, checkIn.pointId, checkIn.delegateId),
  type: 'check-in',
})

/** Every check-in of a point, by delegate. */
export const loadCheckIns = async (conference: Held, pointId: string): Promise<CheckIn[]> => {
  const found = await all({ pk: pointPartition(conference.id, pointId), begins: 'CHECKIN#' }, CheckIn)
  return found.map((checkIn) => restood(conference, checkIn))
}

const Part = z.discriminatedUnion('type', [
  Conference.extend({ type: z.literal('conference') }),
  Point.extend({ type: z.literal('point') }),
  PackedRoll.extend({ type: z.literal('roll') }),
  CheckIn.extend({ type: z.literal('check-in') }),
  Delegate.extend({ type: z.literal('delegate') }),
])

/** Whose check-ins and whose names a call needs beside the roll. */
type Beside = { checkInsOf?: readonly string[]; delegates?: readonly string[] }

/**
 * All a roll call is decided on, in one read: the conference, the point with the ids of its delegates, the roll, and
 * what else is asked for.
 * @throws Problem `not-found`
 */
export const loadForRollCall = async (
  conferenceId: string,
  pointId: string,
  { checkInsOf = [], delegates = [] }: Beside = {},
) => {
  const keys = [
    conferenceKey(conferenceId),
    pointKey(conferenceId, pointId),
    rollKey(conferenceId, pointId),
    ...checkInsOf.map((id) => checkInKey(conferenceId, pointId, id)),
    ...[...new Set(delegates)].map((id) => delegateKey(conferenceId, pointId, id)),
  ]
  const parts = await loadMany(keys, Part)
  const conference = parts.find((part) => part.type === 'conference')
  const point = parts.find((part) => part.type === 'point')
  const found = parts.find((part) => part.type === 'roll')
  if (!conference || !point) throw new Problem('not-found')
  return {
    conference,
    point,
    roll: found ? rollWithin(unpacked(found), conference) : newRoll(conferenceId, pointId),
    checkIns: parts.flatMap((part) => (part.type === 'check-in' ? [restood(conference, part)] : [])),
    delegates: parts.filter((part) => part.type === 'delegate'),
  }
}

const settlementPartition = (conferenceId: string) => `${conferencePartition(conferenceId)}#DISAGREEMENTS`

export const settlementItem = (settlement: Settlement): Item & { version: number } => ({
  ...settlement,
  pk: settlementPartition(settlement.conferenceId),
  sk: settlement.disagreement.id,
  type: 'settlement',
})

/** Every settlement of a conference; a disagreement settled again has its last. */
export const loadSettlements = (conferenceId: string): Promise<Settlement[]> =>
  all({ pk: settlementPartition(conferenceId) }, Settlement)

const raisedKey = (conferenceId: string, id: string): Key => ({
  pk: `${conferencePartition(conferenceId)}#RAISED`,
  sk: id,
})

/** Each an item of its own: two points never write the same. */
export const raisedItem = (raised: Raised): Item & { version: number } => ({
  ...raised,
  ...raisedKey(raised.conferenceId, raised.disagreement.id),
  type: 'raised',
})

/** What was raised and not taken back; a call under an ended grant only of the session as it stands. */
export const loadRaised = async (conference: Held): Promise<Disagreement[]> =>
  (await all({ pk: raisedKey(conference.id, '').pk }, Raised))
    .flatMap(({ disagreement, withdrawn }) => (withdrawn ? [] : [disagreement]))
    .filter((disagreement) => isOfSession(disagreement, conference))

type Documents = { id: string; subject: string; statements: Statement[]; agreed?: boolean }

const agree = (statements: readonly Statement[]) => new Set(statements.map(({ text }) => text)).size < 2

/**
 * What to write with the act that enters, changes or removes a document, so that documents which give one figure or
 * award differently are raised, raised again when they change, and taken back when they agree.
 * @param id of the figure or the award, the same for every document that gives it: `fig_…`, `cmd_…`
 * @param subject the figure or the award in words, as records print it
 * @param statements one a document: its event, its name as `source`, and what it says as `text`
 * @param agreed whether they all mean the same, where that is more than the same words
 */
export const documentsOperations = async (
  actor: Actor,
  conferenceId: string,
  { id, subject, statements, agreed = agree(statements) }: Documents,
): Promise<Operation[]> => {
  const disagreement = documentsDiffer(id, subject, statements)
  const before = await load(raisedKey(conferenceId, disagreement.id), Raised)
  if (agreed && (!before || before.withdrawn)) return []
  const version = (before?.version ?? 0) + 1
  const raised: Raised = { conferenceId, disagreement, ...(agreed ? { withdrawn: true } : {}), version }
  return [putNext(raisedItem(raised)), emit(actor, disagreementRaised(raised))]
}
