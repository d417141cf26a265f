// Read points and their links, for those who may read the conference.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { atLink, atPoint } from './at-point.ts'
import { byListOrder } from './delegates.rules.ts'
import type { Delegate } from './delegates.schema.ts'
import {
  findLink,
  loadDelegates,
  loadPoint,
  loadPoints,
  loadRow,
  pageOfPointIds,
} from './entity.ts'
import { boardLine, byBoardOrder, linkNow, newLink, shownPoint, staysUntil } from './rules.ts'
import type { Joined, PointDetail, ShownPoint } from './schema.ts'
import { type Link, pointIdOf } from './stored.schema.ts'

const shownLink = (link: Link) => ({ ...linkNow(link), stays: staysUntil(link, now().toISOString()) })

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

/** The points of these units, the centre first: what adding them answers, the first time and again. */
export const pointsOfUnits = async (
  actor: Actor,
  conferenceId: string,
  unitIds: readonly string[],
): Promise<ShownPoint[]> => {
  await readConference(actor, conferenceId)
  return (await loadPoints(conferenceId, unitIds.map(pointIdOf))).toSorted(byBoardOrder).map(shownPoint)
}

/** One point with its link, its last check and its row. */
export const readPoint = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
): Promise<PointDetail> => {
  await readConference(actor, conferenceId)
  const [point, link, row] = await Promise.all([
    loadPoint(conferenceId, pointId),
    findLink(conferenceId, pointId),
    loadRow(conferenceId, pointId),
  ])
  return {
    ...shownPoint(point),
    link: shownLink(link ?? newLink(conferenceId, pointId)),
    ...(link?.check ? { check: link.check } : {}),
    row: boardLine(row, now().toISOString()),
  }
}

/** What joining and leaving answer: the session and the link as it stands. Never credentials of the media. */
export const joinedAs = ({ session, link }: { session: string; link: Link }): Joined => ({
  session,
  link: shownLink(link),
})

/** The same for a repeated request, from the link as it stands now. */
export const joinedAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  session: string,
): Promise<Joined> => {
  const { link } = await atLink(actor, 'point:link', conferenceId, pointId)
  return joinedAs({ session, link })
}

/** The delegation in the order in which records list it. */
export const readDelegates = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
): Promise<Delegate[]> => {
  await readConference(actor, conferenceId)
  const [, delegates] = await Promise.all([
    loadPoint(conferenceId, pointId),
    loadDelegates(conferenceId, pointId),
  ])
  return delegates.toSorted(byListOrder)
}

/** Delegates by id, for the answer to a repeated request. @param ref their ids, as given to `write` */
export const delegatesAgain = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  ref: string,
): Promise<Delegate[]> => {
  await atPoint(actor, 'delegates:write', conferenceId, pointId)
  const ids = ref.split(' ')
  return (await loadDelegates(conferenceId, pointId)).filter(({ id }) => ids.includes(id))
}
