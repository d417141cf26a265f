// The card of a point in the table: apart from the POINT, which every roll call reads and every delegate changes.
import { type Item, type Key, load, loadMany } from '#functions/shared/table.ts'
import { pointPartition } from './point-key.rules.ts'
import { Card } from './points.schema.ts'

export const cardKey = (conferenceId: string, pointId: string): Key => ({
  pk: pointPartition(conferenceId, pointId),
  sk: 'CARD',
})

export const cardItem = (card: Card): Item & { version: number } => ({
  ...card,
  ...cardKey(card.conferenceId, card.pointId),
  type: 'card',
})

/** The card; an empty one of version 0 before the first edit. */
export const loadCard = async (conferenceId: string, pointId: string): Promise<Card> =>
  (await load(cardKey(conferenceId, pointId), Card)) ?? { conferenceId, pointId, contacts: [], version: 0 }

/** The cards of these points, in no order; a point never edited has none. */
export const loadCards = (conferenceId: string, pointIds: readonly string[]): Promise<Card[]> =>
  loadMany(
    pointIds.map((id) => cardKey(conferenceId, id)),
    Card,
  )
