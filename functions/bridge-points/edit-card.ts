// Edit a point's card: a document, so only the version that was read may be replaced. And read cards.
import { readConference } from '#functions/conferences/read-conference.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { cardItem, loadCard, loadCards } from './card-entity.ts'
import { loadPoint, loadPoints, pageOfPointIds, pointItem, setColumns } from './entity.ts'
import { pointEdited } from './points.events.ts'
import { expectOpenList } from './points.rules.ts'
import type { Card, CardInput, ShownCard } from './points.schema.ts'
import type { Point } from './stored.schema.ts'

/**
 * @param version the version the editor read, from `If-Match`; 0 before the first edit
 * @throws Problem `stale-version`, `point-withdrawn`
 */
export const editCard = async (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  version: number,
  { expected, ...input }: CardInput,
): Promise<void> => {
  const [{ conference, point }, card] = await Promise.all([
    atPoint(actor, 'point:edit', conferenceId, pointId),
    loadCard(conferenceId, pointId),
  ])
  expectOpenList(conference, point)
  expectVersion(card.version, version)
  const next: Card = { conferenceId, pointId, ...input, version: version + 1 }
  const changed: Point = { ...point, expected, version: point.version + 1 }
  await write(
    actor,
    pointId,
    putNext(cardItem(next)),
    putNext(pointItem(changed)),
    setColumns(
      changed,
      { listed: point.delegateIds.length, expected },
      expected === undefined ? ['expected'] : [],
    ),
    emit(actor, pointEdited(changed, next)),
  )
}

const shown = ({ id, name, shortName, expected }: Point, card: Card | undefined, own: boolean): ShownCard => {
  const { room, address, note, contacts = [], version = 0 } = card ?? {}
  const open = { pointId: id, name, shortName, expected, room, address, version }
  return own ? { ...open, note, contacts } : open
}

/** The card; note and contacts only for the desk and the point itself. */
export const readCard = async (actor: Actor, conferenceId: string, pointId: string): Promise<ShownCard> => {
  const { hostUnitId } = await readConference(actor, conferenceId)
  const [point, card] = await Promise.all([loadPoint(conferenceId, pointId), loadCard(conferenceId, pointId)])
  const touched = { conference: conferenceId, host: hostUnitId, unit: point.unitId }
  return shown(point, card, may(actor.grants, 'point:edit', touched, now().toISOString()))
}

/** A page of all cards with their contacts, for the desk; in order of point id. */
export const listContacts = async (
  actor: Actor,
  conferenceId: string,
  limit: number,
  after: string | undefined,
) => {
  await readConference(actor, conferenceId, 'contacts:read')
  const { ids, next } = await pageOfPointIds(conferenceId, limit, after)
  const [points, cards] = await Promise.all([loadPoints(conferenceId, ids), loadCards(conferenceId, ids)])
  const byPoint = new Map(cards.map((card) => [card.pointId, card]))
  const items = points
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((point) => shown(point, byPoint.get(point.id), true))
  return { items, next }
}
