// Read attendance as it stands: the sheet of a point, the figures of the conference, and where sources disagree.
import { byListOrder } from '#functions/bridge-points/delegates.rules.ts'
import { loadBoard, loadDelegates, loadPoint } from '#functions/bridge-points/entity.ts'
import { boardLine, byBoardOrder } from '#functions/bridge-points/rules.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { ShownDisagreement } from './disagreements.schema.ts'
import { loadRoll } from './entity.ts'
import { findDisagreements } from './find-disagreements.ts'
import { countsOf } from './fold.rules.ts'
import { totalsOf } from './rules.ts'
import { newestIn, saidOf } from './sheet.rules.ts'

/** The delegation in order, each with the mark that holds, what was said before, and where sources differ. */
export const readRoll = async (actor: Actor, conferenceId: string, pointId: string) => {
  const conference = await readConference(actor, conferenceId)
  const [{ delegateIds }, delegates, roll] = await Promise.all([
    loadPoint(conferenceId, pointId),
    loadDelegates(conferenceId, pointId),
    loadRoll(conference, pointId),
  ])
  const items = delegates
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted(byListOrder)
    .map((delegate) => ({ ...delegate, ...saidOf(roll, delegate.id) }))
  const seen = newestIn(roll)
  return { counts: countsOf(roll, new Set(delegateIds)), ...(seen ? { seen } : {}), items }
}

/** Expected, present, absent, substituted, unmarked and heads, per point and overall. */
export const readAttendance = async (actor: Actor, conferenceId: string) => {
  await readConference(actor, conferenceId)
  const rows = await loadBoard(conferenceId)
  const at = now().toISOString()
  const items = rows.toSorted(byBoardOrder).map((row) => boardLine(row, at))
  return { at, totals: totalsOf(items), items }
}

export const readDisagreements = async (actor: Actor, conferenceId: string) => {
  const items = await findDisagreements(await readConference(actor, conferenceId))
  return { items, unsettled: items.filter(({ settled }) => !settled).length }
}

/** One disagreement, for the answer to a repeated request. @throws Problem `not-found` */
export const readDisagreement = async (
  actor: Actor,
  conferenceId: string,
  id: string,
): Promise<ShownDisagreement> => {
  const { items } = await readDisagreements(actor, conferenceId)
  const found = items.find((disagreement) => disagreement.id === id)
  if (!found) throw new Problem('not-found')
  return found
}
