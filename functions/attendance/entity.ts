// Rolls and settlements in the table. A roll stands in its point's partition: no two points share an item.
import * as z from 'zod'
import { loadBoard, loadLinks, pointKey, pointPartition } from '#functions/bridge-points/entity.ts'
import { Point } from '#functions/bridge-points/stored.schema.ts'
import { conferenceKey, conferencePartition } from '#functions/conferences/entity.ts'
import { Conference } from '#functions/conferences/schema.ts'
import { horizonEnd } from '#functions/minutes/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { isWithin, wholeLog } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { disagreements, disagreementsIn, factsOfRow, withSettlements } from './disagreements.rules.ts'
import { PackedRoll, packed, unpacked } from './packing.rules.ts'
import { newRoll } from './rules.ts'
import { type Roll, Settlement, type ShownDisagreement } from './schema.ts'

const rollKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'ROLL',
})

export const rollItem = (roll: Roll): Item & { version: number } => ({
  ...packed(roll),
  ...rollKey(roll.conferenceId, roll.pointId),
  type: 'roll',
})

/** The roll of a point; an empty one before the first call. */
export const loadRoll = async (conferenceId: string, pointId: string): Promise<Roll> => {
  const stored = await load(rollKey(conferenceId, pointId), PackedRoll)
  return stored ? unpacked(stored) : newRoll(conferenceId, pointId)
}

const Part = z.discriminatedUnion('type', [
  Conference.extend({ type: z.literal('conference') }),
  Point.extend({ type: z.literal('point') }),
  PackedRoll.extend({ type: z.literal('roll') }),
])

/**
 * All a roll call is decided on, in one read: the conference, the point with the ids of its delegates, the roll.
 * @throws Problem `not-found`
 */
export const loadForRollCall = async (conferenceId: string, pointId: string) => {
  const keys = [conferenceKey(conferenceId), pointKey(conferenceId, pointId), rollKey(conferenceId, pointId)]
  const parts = await loadMany(keys, Part)
  const conference = parts.find((part) => part.type === 'conference')
  const point = parts.find((part) => part.type === 'point')
  const found = parts.find((part) => part.type === 'roll')
  if (!conference || !point) throw new Problem('not-found')
  return { conference, point, roll: found ? unpacked(found) : newRoll(conferenceId, pointId) }
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

/** What the log tells up to the horizon, with every settlement since: what the minutes will be asked for. */
const disagreementsWithin = async (id: string, closedAt: string): Promise<ShownDisagreement[]> => {
  const until = horizonEnd(closedAt)
  const whole = await wholeLog(id, now())
  const told = whole.filter((event) => event.name === 'disagreement.settled' || isWithin(event.id, until))
  return disagreementsIn(told, closedAt)
}

/**
 * Where sources disagree, each with what settled it: as they stand now, and once the minutes' horizon has passed as it
 * found them. What was put right later is not in the minutes, so the disagreement there still has to be settled.
 */
export const loadDisagreements = async (conference: Conference): Promise<ShownDisagreement[]> => {
  const { id, closedAt } = conference
  return closedAt && horizonEnd(closedAt) < now().toISOString()
    ? disagreementsWithin(id, closedAt)
    : presentDisagreements(conference)
}

const presentDisagreements = async ({ id, closedAt }: Conference): Promise<ShownDisagreement[]> => {
  const [rows, settlements] = await Promise.all([loadBoard(id), loadSettlements(id)])
  const links = await loadLinks(
    id,
    rows.map(({ pointId }) => pointId),
  )
  const byPoint = new Map(links.map((link) => [link.pointId, link]))
  const facts = rows.map((row) => factsOfRow(row, byPoint.get(row.pointId), closedAt))
  return withSettlements(disagreements(facts, closedAt !== undefined), settlements)
}
