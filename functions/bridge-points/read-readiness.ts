// Read checklists: one point's; and which points of the conference are ready, are not, or have not been checked.
import { readConference } from '#functions/conferences/read-conference.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { loadCards } from './card-entity.ts'
import { loadBoard } from './entity.ts'
import { dueMinutes, newReadiness, shownReadiness, summaryOf } from './readiness.rules.ts'
import { loadReadiness, loadReadinesses, loadTechnical } from './readiness-entity.ts'
import { byBoardOrder } from './rules.ts'
import type { BoardRow } from './stored.schema.ts'
import { type PointReadiness, type ReadinessLine, ReadinessState } from './technical.schema.ts'

/** The checklist of one point, for those who may read the conference. */
export const loadChecklist = async (conferenceId: string, pointId: string): Promise<PointReadiness> => {
  const [{ checklist }, readiness] = await Promise.all([
    loadTechnical(conferenceId),
    loadReadiness(conferenceId, pointId),
  ])
  return shownReadiness(checklist, readiness)
}

const linesOf = async (conferenceId: string, rows: readonly BoardRow[]): Promise<ReadinessLine[]> => {
  const [{ checklist }, found] = await Promise.all([
    loadTechnical(conferenceId),
    loadReadinesses(conferenceId, rows),
  ])
  const byPoint = new Map(found.map((readiness) => [readiness.pointId, readiness]))
  return rows.map(({ pointId, unitId, name, shortName, kind }) => ({
    pointId,
    unitId,
    name,
    shortName,
    kind,
    ...summaryOf(checklist, byPoint.get(pointId) ?? newReadiness(conferenceId, pointId)),
  }))
}

/** The desk telephones whoever is not ready. */
const withContacts = async (
  conferenceId: string,
  lines: readonly ReadinessLine[],
): Promise<ReadinessLine[]> => {
  const late = lines.filter(({ state }) => state !== 'ready').map(({ pointId }) => pointId)
  const cards = new Map((await loadCards(conferenceId, late)).map((card) => [card.pointId, card.contacts]))
  return lines.map((line) =>
    line.state !== 'ready' ? { ...line, contacts: cards.get(line.pointId) ?? [] } : line,
  )
}

const countsOf = (lines: readonly ReadinessLine[]) => {
  const many = Map.groupBy(lines, ({ state }) => state)
  return Object.fromEntries(
    ReadinessState.options.map((state) => [state, many.get(state)?.length ?? 0]),
  ) as Record<ReadinessState, number>
}

/**
 * Every standing point's readiness, the centre first; withdrawn points are not asked.
 * @param state only the points in this state; the counts are of all
 */
export const readReadinessSheet = async (actor: Actor, conferenceId: string, state?: ReadinessState) => {
  const conference = await readConference(actor, conferenceId)
  const rows = (await loadBoard(conferenceId)).filter(({ withdrawnAt }) => !withdrawnAt)
  const lines = await linesOf(conferenceId, rows.toSorted(byBoardOrder))
  const at = now().toISOString()
  const dueAt = new Date(Date.parse(conference.startsAt) - dueMinutes * 60_000).toISOString()
  const asked = state ? lines.filter((line) => line.state === state) : lines
  const touched = { conference: conferenceId, host: conference.hostUnitId }
  const desk = may(actor.grants, 'contacts:read', touched, at)
  const items = desk ? await withContacts(conferenceId, asked) : asked
  return { at, dueAt, overdue: at >= dueAt, counts: countsOf(lines), items }
}
