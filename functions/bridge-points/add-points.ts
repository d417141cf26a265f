// Give units a bridge point: up to 100 a call, written in parts; keys follow from the unit, so a repeat is harmless.
import { conferenceKey, loadConference } from '#functions/conferences/entity.ts'
import { expectState } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { expectUnits } from '#functions/directory/entity.ts'
import { unitNameOn, unitShortNameOn } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { expectUnused } from '#functions/shared/idempotency.ts'
import { putNew, whileVersion } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import { loadPoints, pointItem, rowItem } from './entity.ts'
import { pointsAdded } from './events.ts'
import { newRow } from './rules.ts'
import type { PointsInput } from './schema.ts'
import { type Point, pointIdOf } from './stored.schema.ts'

/** Two items a point, one event, a condition, one idempotency item: within a transaction's 100. */
const perTransaction = 25

type Frame = Pick<Conference, 'id' | 'startsAt' | 'version'>

const newPoint = (unit: Unit, conference: Frame, { kind, expected }: PointsInput): Point => {
  const day = civilDay(conference.startsAt)
  return {
    id: pointIdOf(unit.id),
    conferenceId: conference.id,
    unitId: unit.id,
    name: unitNameOn(unit, day),
    shortName: unitShortNameOn(unit, day),
    kind,
    expected,
    startsAt: conference.startsAt,
    delegateIds: [],
    version: 1,
  }
}

/** The idempotency key goes with the last part: a call cut short is taken up again by its repeat. */
const writeParts = async (actor: Actor, conference: Frame, points: readonly Point[]): Promise<void> => {
  if (points.length > perTransaction) await expectUnused(actor)
  let start = 0
  for (; points.length - start > perTransaction; start += perTransaction)
    await writePart(withoutClaim(actor), conference, points.slice(start, start + perTransaction))
  await writePart(actor, conference, points.slice(start))
}

/** Points carry the date of the conference: one that was moved meanwhile is looked at again. */
const writePart = async (actor: Actor, { id, version }: Frame, points: readonly Point[]): Promise<void> => {
  const items = points.flatMap((point) => [putNew(pointItem(point)), putNew(rowItem(newRow(point)))])
  const made =
    points.length > 0
      ? [...items, emit(actor, pointsAdded(id, points)), whileVersion(conferenceKey(id), version)]
      : []
  if (actor.claim || made.length > 0) await write(actor, id, ...made)
}

/**
 * Units that have a point keep it as it is.
 * @returns the points of all units asked for, new or not
 * @throws Problem `unit-unknown` naming the units that do not stand on the conference's day
 */
export const addPoints = async (actor: Actor, conferenceId: string, input: PointsInput): Promise<Point[]> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'point:add', { conference: conferenceId, host: conference.hostUnitId })
  expectState(conference, ['draft', 'scheduled', 'open', 'in-session'])
  const units = await expectUnits(input.unitIds, civilDay(conference.startsAt), '/unitIds')
  const there = await loadPoints(conferenceId, input.unitIds.map(pointIdOf))
  const taken = new Set(there.map(({ unitId }) => unitId))
  const fresh = [...new Set(units)].filter(({ id }) => !taken.has(id))
  const points = fresh.map((unit) => newPoint(unit, conference, input))
  await writeParts(actor, conference, points)
  return [...there, ...points]
}
