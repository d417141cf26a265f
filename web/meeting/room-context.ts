// The room a page sits in, for everything shown within it: the client's own facade, whose seat it is, and how to leave.
import type { AudioVideoFacade, VideoPriorityBasedPolicy } from 'amazon-chime-sdk-js'
import { createContext, useContext } from 'react'

export type Room = {
  conferenceId: string
  /** Our own seat: a point's id, `chair` or `desk`. */
  seat: string
  audioVideo: AudioVideoFacade
  /** Decides which pictures are fetched: `chooseRemoteVideoSources`. */
  policy: VideoPriorityBasedPolicy
  /** Our attendee id in the meeting we are seen in: it changes with a promotion. */
  attendeeId: string
  /** Only receives until its turn: a commune's point that is not promoted. */
  viewOnly: boolean
  /** Whether the floor lets this seat be heard now; the media service holds everybody to it. */
  maySpeak: boolean
  /** Whether the media service takes one more picture. */
  mayShow: boolean
  /** Sound and the speaker's picture only. */
  lowBandwidth: boolean
  setLowBandwidth(low: boolean): void
  /** Opens the camera the person chose and shows it, or closes it. @returns whether it is shown */
  showPicture(shown: boolean): Promise<boolean>
  leave(): Promise<void>
}

export const RoomContext = createContext<Room | undefined>(undefined)

/** @throws Error outside of a room */
export const useRoom = (): Room => {
  const room = useContext(RoomContext)
  if (!room) throw new Error('There is no room here.')
  return room
}
