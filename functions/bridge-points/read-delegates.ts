// Read delegations: one in order, with telephones for those who may; and who of all points has not answered.
import { loadConference } from '#functions/conferences/entity.ts'
import { expectReadable, readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { answerSheet } from './answers.rules.ts'
import type { Answers } from './answers.schema.ts'
import { byListOrder } from './delegates.rules.ts'
import { type ShownDelegate, StoredDelegate } from './delegates.schema.ts'
import { loadAllDelegates, loadAnswers, loadBoard, loadPoint } from './entity.ts'
import { byBoardOrder } from './rules.ts'
import type { Point } from './stored.schema.ts'

const shown = (delegate: StoredDelegate, { given }: Answers): ShownDelegate => {
  const { answer = 'unanswered', at, note } = given[delegate.id] ?? {}
  return {
    ...delegate,
    answer,
    ...(at === undefined ? {} : { answeredAt: at }),
    ...(note === undefined ? {} : { answerNote: note }),
  }
}

const load = async (conferenceId: string, pointId: string): Promise<ShownDelegate[]> => {
  const [delegates, answers] = await Promise.all([
    loadAllDelegates(conferenceId, pointId, StoredDelegate),
    loadAnswers(conferenceId, pointId),
  ])
  return delegates.map((delegate) => shown(delegate, answers))
}

const withoutPhone = ({ phone: _, ...delegate }: ShownDelegate): ShownDelegate => delegate

const standing = ({ state }: ShownDelegate) => state === 'expected'

/** Whether it is a delegation of the actor's own, telephones included. */
const isOwn = (actor: Actor, { id, hostUnitId }: Conference, { unitId }: Point): boolean =>
  may(
    actor.grants,
    'delegates:write',
    { conference: id, host: hostUnitId, unit: unitId },
    now().toISOString(),
  )

/**
 * The delegation in the order in which records list it; with `all` those withdrawn after it.
 * Telephones are for the desk and the point itself.
 */
export const readDelegates = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  all: boolean,
): Promise<ShownDelegate[]> => {
  const conference = await readConference(actor, conferenceId)
  const [point, delegates] = await Promise.all([
    loadPoint(conferenceId, pointId),
    load(conferenceId, pointId),
  ])
  const own = isOwn(actor, conference, point)
  const [there, gone] = [delegates.filter(standing), delegates.filter((one) => !standing(one))]
  const listed = [...there.toSorted(byListOrder), ...(all ? gone : [])]
  return own ? listed : listed.map(withoutPhone)
}

/** Delegates by id, in that order, for the answer to an act: of the point, or of whoever may read them. @param ids as the act left them */
export const delegatesById = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  ids: readonly string[],
): Promise<ShownDelegate[]> => {
  const [conference, point, found] = await Promise.all([
    loadConference(conferenceId),
    loadPoint(conferenceId, pointId),
    load(conferenceId, pointId),
  ])
  const own = isOwn(actor, conference, point)
  if (!own) await expectReadable(actor, conference)
  const byId = new Map(found.map((delegate) => [delegate.id, own ? delegate : withoutPhone(delegate)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Counts by answer per point, and who still owes one. @param open only the points that do */
export const readAnswers = async (actor: Actor, conferenceId: string, open: boolean) => {
  await readConference(actor, conferenceId)
  const rows = await loadBoard(conferenceId)
  const { totals, items } = answerSheet(rows.toSorted(byBoardOrder))
  const listed = open ? items.filter(({ standing }) => standing !== 'complete') : items
  return { at: now().toISOString(), totals, items: listed }
}
