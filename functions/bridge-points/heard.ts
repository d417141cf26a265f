// When the sessions of a point were last heard of: an item a session, written twice a minute and by nothing else, so
// that a heartbeat costs one small put, records no event and wakes no reader of the stream.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { all, database, type Item, type Key, load, tableName } from '#functions/shared/table.ts'
import { type Heard, pagesHeardAt } from './link.rules.ts'
import type { BoardRow } from './stored.schema.ts'

const Beat = z.object({
  pointId: z.string(),
  session: z.string(),
  at: z.string(),
  media: z.enum(['up', 'down']),
})
export type Beat = z.infer<typeof Beat>

/** Without its last heartbeat a tablet that fell silent would be connected up to the close: kept as long as figures are asked for. */
const keptSeconds = 400 * 24 * 3600

/** Expiry of what is only true for a while, as epoch seconds. @param at UTC instant */
export const expiry = (at: string, seconds: number): number => Math.floor(Date.parse(at) / 1000) + seconds

const partition = (conferenceId: string) => `HEARD#${conferenceId}`

const beatKey = (conferenceId: string, { pointId, session }: Pick<Beat, 'pointId' | 'session'>): Key => ({
  pk: partition(conferenceId),
  sk: `${pointId}#${session}`,
})

/**
 * Puts an item unless a later one stands there: what is late or repeated changes nothing.
 * @param item with `order`, a number that grows; @param unless a further case in which it is put, as a condition
 */
export const putLater = async (
  item: Item & { order: number },
  unless?: { condition: string; names: Record<string, string>; values: Record<string, unknown> },
): Promise<void> => {
  const later = 'attribute_not_exists(pk) OR #order < :order'
  try {
    await database().send(
      new PutCommand({
        TableName: tableName(),
        Item: item,
        ConditionExpression: unless ? `${later} OR ${unless.condition}` : later,
        ExpressionAttributeNames: { '#order': 'order', ...unless?.names },
        ExpressionAttributeValues: { ':order': item.order, ...unless?.values },
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

/** Keeps the latest heartbeat of a session. */
export const putBeat = (conferenceId: string, beat: Beat): Promise<void> =>
  putLater({
    ...beat,
    ...beatKey(conferenceId, beat),
    type: 'beat',
    order: Date.parse(beat.at),
    ttl: expiry(beat.at, keptSeconds),
  })

/** The latest heartbeat of a session, if it ever sent one. */
export const findBeat = (conferenceId: string, of: Pick<Beat, 'pointId' | 'session'>) =>
  load(beatKey(conferenceId, of), Beat)

const heardIn = (beats: readonly Beat[]): Heard =>
  Object.fromEntries(beats.map(({ session, at }) => [session, at]))

/** When each session of a point was last heard of. */
export const loadHeard = async (conferenceId: string, pointId: string): Promise<Heard> =>
  heardIn(await all({ pk: partition(conferenceId), begins: `${pointId}#` }, Beat))

/** When each session of the conference was last heard of, by session. */
export const loadAllHeard = async (conferenceId: string): Promise<Heard> =>
  heardIn(await all({ pk: partition(conferenceId) }, Beat))

/** Above so many points one read of the whole conference is cheaper. */
const pointsMost = 20

/** When each session of these points was last heard of, by session. */
export const loadHeardOf = async (conferenceId: string, pointIds: readonly string[]): Promise<Heard> => {
  if (pointIds.length > pointsMost) return loadAllHeard(conferenceId)
  const parts = await Promise.all(pointIds.map((id) => loadHeard(conferenceId, id)))
  return Object.assign({}, ...parts)
}

/** A row with when the pages that hold its link were last heard of, where they send heartbeats. */
export const withHeard = (row: BoardRow, heard: Heard): BoardRow => {
  const heardAt = pagesHeardAt(row.open ?? [], heard)
  return heardAt === undefined ? row : { ...row, heardAt }
}
