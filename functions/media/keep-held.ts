// Keeps what seats sit down with: first whose attendee it is, for the service's events, then the secrets in their table.
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { putAttendee } from '#functions/bridge-points/attendee.ts'
import { expiry } from '#functions/bridge-points/heard.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { database } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { credentialsTable, type Holding, heldKey, type Placed } from './entity.ts'
import { HouseSeat } from './schema.ts'
import type { SeatHeld } from './stored.schema.ts'

/** A meeting lasts a day at most; with it all that opens it ends. */
const keptSeconds = 25 * 3600
const perBatch = 25

type Request = { PutRequest: { Item: Record<string, unknown> } } | { DeleteRequest: { Key: object } }

const inBatches = async (requests: readonly Request[]): Promise<void> => {
  const table = credentialsTable()
  for (let start = 0; start < requests.length; start += perBatch) {
    let pending: Request[] = requests.slice(start, start + perBatch)
    while (pending.length > 0) {
      const answer = await database().send(new BatchWriteCommand({ RequestItems: { [table]: pending } }))
      pending = (answer.UnprocessedItems?.[table] ?? []) as Request[]
    }
  }
}

const isHouse = (seat: string) => HouseSeat.safeParse(seat).success

/** Keeps them, a hundred at most: an event about one finds its point before the one can be told anything. */
export const keepHeld = async (
  conferenceId: string,
  holding: Holding,
  held: readonly SeatHeld[],
): Promise<void> => {
  if (held.length === 0) return
  const at = now().toISOString()
  const whose = held.map(({ seat, meetingId, attendee }) => ({
    meetingId,
    attendeeId: attendee.AttendeeId,
    conferenceId,
    ...(isHouse(seat) ? {} : { pointId: seat }),
  }))
  const actor = systemActor('media', conferenceId)
  await write(actor, conferenceId, ...whose.map((attendee) => putAttendee(attendee, at)))
  const ttl = expiry(at, keptSeconds)
  const items = held.map((one) => ({
    ...heldKey(conferenceId, holding, one.seat),
    ...one,
    attendeeId: one.attendee.AttendeeId,
    ttl,
  }))
  await inBatches(items.map((Item) => ({ PutRequest: { Item } })))
}

export const forgetHeld = async (
  conferenceId: string,
  holding: Holding,
  held: readonly Pick<Placed, 'seat'>[],
): Promise<void> =>
  inBatches(held.map(({ seat }) => ({ DeleteRequest: { Key: heldKey(conferenceId, holding, seat) } })))
