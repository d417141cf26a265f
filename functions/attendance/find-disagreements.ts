// Find where sources disagree: as they stand now, or as the log told it up to the minutes' horizon.
import { loadBoard, loadLinks } from '#functions/bridge-points/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { findMinutes } from '#functions/minutes/entity.ts'
import { horizonEnd } from '#functions/minutes/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { isWithin, wholeLog } from '#functions/shared/event-log.ts'
import { disagreements, disagreementsIn, factsOfRow, withSettlements } from './disagreements.rules.ts'
import type { ShownDisagreement } from './disagreements.schema.ts'
import { loadRaised, loadRolls, loadSettlements } from './entity.ts'

/** Settlements, and what documents say, count whenever they were entered: they are about the history, not of it. */
const aboutHistory: ReadonlySet<string> = new Set([
  'disagreement.settled',
  'disagreement.raised',
  'disagreement.withdrawn',
])

/** @param closedAt when the session ended: an addendum's draft reaches further than its grace */
const disagreementsWithin = async (id: string, closedAt: string): Promise<ShownDisagreement[]> => {
  const [minutes, whole] = await Promise.all([findMinutes(id), wholeLog(id, now())])
  const until = minutes?.reach ?? horizonEnd(closedAt)
  return disagreementsIn(
    whole.filter((event) => aboutHistory.has(event.name) || isWithin(event.id, until)),
    closedAt,
  )
}

const byPoint = <T extends { pointId: string }>(items: T[]) =>
  new Map(items.map((item) => [item.pointId, item]))

/** From the rows; rolls and links are read only of points where the row alone does not tell. */
const presentDisagreements = async (conference: Conference): Promise<ShownDisagreement[]> => {
  const { id, closedAt } = conference
  const [board, settlements, raised] = await Promise.all([
    loadBoard(id),
    loadSettlements(id),
    loadRaised(conference),
  ])
  const rows = board.filter(({ withdrawnAt }) => !withdrawnAt)
  const settled = new Set(settlements.map(({ disagreement }) => disagreement.pointId))
  const rolled = rows.filter(({ pointId, differing }) => differing || settled.has(pointId))
  const linked = rows.filter((row) => closedAt && !row.rolledAt && row.linkState !== 'never')
  const [rolls, links] = await Promise.all([
    loadRolls(
      conference,
      rolled.map(({ pointId }) => pointId),
    ).then(byPoint),
    loadLinks(
      id,
      linked.map(({ pointId }) => pointId),
    ).then(byPoint),
  ])
  const facts = rows.map((row) =>
    factsOfRow(row, { roll: rolls.get(row.pointId), link: links.get(row.pointId) }, conference),
  )
  return withSettlements([...disagreements(facts, closedAt !== undefined), ...raised], settlements)
}

/**
 * Where sources disagree, each with what settled it: as they stand now, and once the minutes' horizon has passed as it
 * found them. What was put right later is not in the minutes, so the disagreement there still has to be settled.
 */
export const findDisagreements = (conference: Conference): Promise<ShownDisagreement[]> => {
  const { id, closedAt } = conference
  return closedAt && horizonEnd(closedAt) < now().toISOString()
    ? disagreementsWithin(id, closedAt)
    : presentDisagreements(conference)
}
