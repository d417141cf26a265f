// The room a page sits in, for everything shown within it: the client's own facade, whose seat it is, and how to leave.
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { createContext, useContext } from 'react'

export type Room = {
  conferenceId: string
  /** Our own seat: a point's id, `chair` or `desk`. */
  seat: string
  audioVideo: AudioVideoFacade
  /** Our attendee id in the meeting we are seen in: it changes with a promotion. */
  attendeeId: string
  /** Only receives until its turn: a commune's point, or a seat that may not speak now. */
  viewOnly: boolean
  /** Sound and the speaker's picture only. */
  lowBandwidth: boolean
  setLowBandwidth(low: boolean): void
  leave(): Promise<void>
}

export const RoomContext = createContext<Room | undefined>(undefined)

/** @throws Error outside of a room */
export const useRoom = (): Room => {
  const room = useContext(RoomContext)
  if (!room) throw new Error('There is no room here.')
  return room
}
