// Give units a bridge point, written in parts; keys follow from the unit, so a repeat is harmless. Many are a job.
import { conferenceKey, loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { expectUnits, loadCurrentUnits, provincesOf } from '#functions/directory/entity.ts'
import { unitNameOn, unitShortNameOn } from '#functions/directory/rules.ts'
import type { Province, Unit } from '#functions/directory/stored.schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { expectUnused } from '#functions/shared/idempotency.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { putNew, whileVersion } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import { loadPoints, pointItem, rowItem } from './entity.ts'
import { pointsAdded } from './events.ts'
import { pointIdOf } from './point-key.rules.ts'
import { expectPreparing } from './points.rules.ts'
import { atOnceMost, type PointsInput } from './points.schema.ts'
import { newRow } from './rules.ts'
import { selected } from './selection.rules.ts'
import type { Point } from './stored.schema.ts'

/** Two items a point, one event, a condition, one idempotency item: within a transaction's 100. */
const perTransaction = 45

const newPoint = (unit: Unit, conference: Conference, { kind, expected }: Given): Point => {
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
    addedAt: now().toISOString(),
    ...(conference.state === 'in-session' ? { late: true } : {}),
    version: 1,
  }
}

type Placed = { point: Point; province: Province | undefined }

/** The idempotency key goes with the last part: a call cut short is taken up again by its repeat. */
const writeParts = async (actor: Actor, conference: Conference, points: readonly Placed[]): Promise<void> => {
  if (points.length > perTransaction) await expectUnused(actor)
  let start = 0
  for (; points.length - start > perTransaction; start += perTransaction)
    await writePart(withoutClaim(actor), conference, points.slice(start, start + perTransaction))
  await writePart(actor, conference, points.slice(start))
}

/** Points carry the date of the conference: one that was moved meanwhile is looked at again. */
const writePart = async (
  actor: Actor,
  { id, version }: Conference,
  placed: readonly Placed[],
): Promise<void> => {
  const points = placed.map(({ point }) => point)
  const items = placed.flatMap(({ point, province }) => [
    putNew(pointItem(point)),
    putNew(rowItem({ ...newRow(point), province })),
  ])
  const made =
    points.length > 0
      ? [...items, emit(actor, pointsAdded(id, points)), whileVersion(conferenceKey(id), version)]
      : []
  if (actor.claim || made.length > 0) await write(actor, id, ...made)
}

type Given = Pick<PointsInput, 'kind' | 'expected'>

/**
 * Units that have a point keep it as it is, a withdrawn one too.
 * @returns how many were given one now
 */
export const givePoints = async (
  actor: Actor,
  conference: Conference,
  units: readonly Unit[],
  given: Given,
): Promise<number> => {
  expectPreparing(conference)
  const there = await loadPoints(
    conference.id,
    units.map(({ id }) => pointIdOf(id)),
  )
  const taken = new Set(there.map(({ unitId }) => unitId))
  const fresh = [...new Set(units)].filter(({ id }) => !taken.has(id))
  const provinces = await provincesOf(fresh, civilDay(conference.startsAt))
  const placed = fresh.map((unit) => ({
    point: newPoint(unit, conference, given),
    province: provinces.get(unit.id),
  }))
  await writeParts(actor, conference, placed)
  return fresh.length
}

/**
 * The units an input means, in order.
 * @throws Problem `unit-unknown` naming the units that do not stand on the conference's day
 */
export const unitsMeant = async (
  { startsAt }: Conference,
  { unitIds, all, of, asOf }: Pick<PointsInput, 'unitIds' | 'all' | 'of' | 'asOf'>,
): Promise<Unit[]> => {
  const held = civilDay(startsAt)
  if (!all) return expectUnits(unitIds ?? [], held, '/unitIds')
  // None is to be passed over because it was entered a moment ago.
  const units = await loadCurrentUnits()
  if (of && !units.some(({ id }) => id === of)) throw wrongField('unit-unknown', '/of', of)
  return selected(units, { all, of }, asOf ?? held, held)
}

/** The conference points are given in. @throws Problem `not-allowed`, `conference-state` */
export const conferenceForPoints = async (actor: Actor, id: string): Promise<Conference> => {
  const conference = await loadConference(id)
  allow(actor, 'point:add', { conference: id, host: conference.hostUnitId })
  expectPreparing(conference)
  return conference
}

export const addingKind = 'points.add'

/**
 * Gives the units meant a point, at once or by a job.
 * @returns the job's id, or the conference's when it is done
 * @throws Problem `unit-unknown`, `selection-empty`
 */
export const addPoints = async (actor: Actor, conferenceId: string, input: PointsInput): Promise<string> => {
  const conference = await conferenceForPoints(actor, conferenceId)
  const units = await unitsMeant(conference, input)
  if (units.length === 0) throw wrongField('selection-empty', '/all', input.of ?? input.all ?? '')
  if (units.length > atOnceMost) {
    await expectUnused(actor)
    const order = { kind: addingKind, scope: conferenceId, total: units.length }
    return startJob(actor, { ...order, input: { conferenceId, ...input } })
  }
  await givePoints(actor, conference, units, input)
  return conferenceId
}

/** What a repeated request is answered from, to whoever may still do it. @param ref as the act left it */
export const addedAgain = async (actor: Actor, conferenceId: string, ref: string): Promise<string> => {
  const { hostUnitId } = await loadConference(conferenceId)
  allow(actor, 'point:add', { conference: conferenceId, host: hostUnitId })
  return ref
}
