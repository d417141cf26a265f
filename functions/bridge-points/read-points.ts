// Read points and their links, for those who may read the conference.
import { readConference } from '#functions/conferences/read-conference.ts'
import { unitNameOn, unitShortNameOn } from '#functions/directory/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { civilDay } from '#functions/shared/time.ts'
import { conferenceForPoints, unitsMeant } from './add-points.ts'
import type { PointDetail } from './detail.schema.ts'
import { loadPoint, loadPoints, loadRow, pageOfPointIds } from './entity.ts'
import { pointIdOf } from './point-key.rules.ts'
import { atOnceMost, type PointsInput, type SelectionQuery } from './points.schema.ts'
import { readTechnical } from './read-link.ts'
import { loadChecklist } from './read-readiness.ts'
import { boardLine, byBoardOrder, shownPoint } from './rules.ts'
import type { ShownPoint } from './schema.ts'

/** A page of points in order of id. @param after the id of the last point already seen */
export const listPoints = async (
  actor: Actor,
  conferenceId: string,
  limit: number,
  after: string | undefined,
) => {
  await readConference(actor, conferenceId)
  const { ids, next } = await pageOfPointIds(conferenceId, limit, after)
  const points = await loadPoints(conferenceId, ids)
  return { items: points.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(shownPoint), next }
}

/** The points of the units an input means, the centre first: what giving them answers, the first time and again. */
export const pointsMeant = async (
  actor: Actor,
  conferenceId: string,
  input: PointsInput,
): Promise<ShownPoint[]> => {
  const units = await unitsMeant(await readConference(actor, conferenceId), input)
  const points = await loadPoints(
    conferenceId,
    units.map(({ id }) => pointIdOf(id)),
  )
  return points.toSorted(byBoardOrder).map(shownPoint)
}

/** Which units a selection means, how many, and which have a point already. */
export const previewPoints = async (actor: Actor, conferenceId: string, query: SelectionQuery) => {
  const conference = await conferenceForPoints(actor, conferenceId)
  const units = await unitsMeant(conference, query)
  const day = civilDay(conference.startsAt)
  const found = await loadPoints(
    conferenceId,
    units.map(({ id }) => pointIdOf(id)),
  )
  const taken = new Set(found.map(({ unitId }) => unitId))
  const items = units.map((unit) => ({
    unitId: unit.id,
    name: unitNameOn(unit, day),
    shortName: unitShortNameOn(unit, day),
    there: taken.has(unit.id),
  }))
  return { total: items.length, there: taken.size, asJob: items.length > atOnceMost, items }
}

/** One point with its link, its checklist and its row. */
export const readPoint = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
): Promise<PointDetail> => {
  const conference = await readConference(actor, conferenceId)
  const [point, technical, readiness, row] = await Promise.all([
    loadPoint(conferenceId, pointId),
    readTechnical(actor, conferenceId, pointId),
    loadChecklist(conferenceId, pointId),
    loadRow(conference, pointId),
  ])
  return { ...shownPoint(point), ...technical, readiness, row: boardLine(row, now().toISOString()) }
}
