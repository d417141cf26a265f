// The room in its tables: the ROOM item among the records; what seats sit down with in a table of its own.
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { conferencePartition } from '#functions/conferences/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { database, type Item, type Key, load } from '#functions/shared/table.ts'
import { Room, SeatHeld } from './stored.schema.ts'

const roomKey = (conferenceId: string): Key => ({ pk: conferencePartition(conferenceId), sk: 'ROOM' })

export const roomItem = (room: Room): Item & { version: number } => ({
  ...room,
  ...roomKey(room.conferenceId),
  type: 'room',
})

/** The room; undefined where the worker has not been at it yet. */
export const findRoom = (conferenceId: string): Promise<Room | undefined> => load(roomKey(conferenceId), Room)

/** The table without stream or backup: secrets that end with their meeting. */
export const credentialsTable = (): string => required('CREDENTIALS_TABLE')

const seats = (conferenceId: string) => `ROOM#${conferenceId}`

/** `SEAT`: where it sits. `TURN`: beside the seat in a replica, for as long as it has the floor. */
export type Holding = 'SEAT' | 'TURN'

export const heldKey = (conferenceId: string, holding: Holding, seat: string): Key => ({
  pk: seats(conferenceId),
  sk: `${holding}#${seat}`,
})

const Expiring = z.object({ ttl: z.number() })

const isOver = (item: unknown): boolean => (Expiring.safeParse(item).data?.ttl ?? 0) * 1000 < now().getTime()

/** What a seat holds; undefined where it has not been made, or is over. */
export const findHeld = async (
  conferenceId: string,
  holding: Holding,
  seat: string,
): Promise<SeatHeld | undefined> => {
  const Key = heldKey(conferenceId, holding, seat)
  const { Item } = await database().send(
    new GetCommand({ TableName: credentialsTable(), Key, ConsistentRead: true }),
  )
  return Item && !isOver(Item) ? SeatHeld.parse(Item) : undefined
}

const Placed = z.object({
  sk: z.string(),
  seat: z.string(),
  index: z.number(),
  meetingId: z.string(),
  attendeeId: z.string(),
})
/** Where a seat is, without what opens it. */
export type Placed = z.infer<typeof Placed>

/** Everything held in a room and not over, by key, secrets left where they are. */
export const heldIn = async (conferenceId: string, holding: Holding): Promise<Placed[]> => {
  const found: Placed[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const answer = await database().send(
      new QueryCommand({
        TableName: credentialsTable(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': seats(conferenceId), ':sk': `${holding}#` },
        ProjectionExpression: 'sk, seat, #index, meetingId, attendeeId, #ttl',
        ExpressionAttributeNames: { '#index': 'index', '#ttl': 'ttl' },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    const standing = (answer.Items ?? []).filter((item) => !isOver(item))
    found.push(...standing.map((item) => Placed.parse(item)))
    ExclusiveStartKey = answer.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}
