// What a message to the media worker asks for.
import * as z from 'zod'

/** A wake-up: the worker reads what is so and does what is missing. */
export const RoomOrder = z.object({
  conferenceId: z.string(),
  /** The floor alone may have changed: points are not looked at. */
  floorOnly: z.literal(true).optional(),
  /** Of a worker that has more to do: who is wanted is as it has read, whoever changes that orders again. */
  goOn: z.literal(true).optional(),
  /** A meeting that refused somebody: whether it stands is asked first. */
  stale: z.string().optional(),
  /** A seat that another account sits down on, and the attendee it is to be no more. */
  renewed: z.object({ seat: z.string(), attendeeId: z.string() }).optional(),
  /** How often it has failed. */
  tries: z.number().int().optional(),
})
export type RoomOrder = z.infer<typeof RoomOrder>
