// One session of the media service as the page knows it: what it can do, and what is heard of it.
import type { AudioVideoFacade, VideoPriorityBasedPolicy } from 'amazon-chime-sdk-js'
import type { ChimeAttendee } from '#functions/media/schema.ts'
import type { Lack } from '../lobby/devices.rules.ts'
import type { Preferences } from '../lobby/preferences.ts'

export type Wishes = Preferences & {
  /** Whether the floor lets this seat be heard now. */
  maySpeak: boolean
  /** Whether the microphone is open, and the camera seen, from the first moment. */
  heard: boolean
  seen: boolean
}

/** The devices that could not be opened, and why. */
export type Lacks = { microphone?: Lack; camera?: Lack }

export type Heard = {
  started(): void
  /** The client has lost the line and tries by itself for so long. */
  lost(forMs: number): void
  /** @param code one of `MeetingSessionStatusCode` */
  stopped(code: number): void
  /** A promoted seat is in its replica again. */
  demoted(): void
  /** Whether another picture has room among those the service takes. */
  mayShow(may: boolean): void
}

export type Connection = {
  audioVideo: AudioVideoFacade
  /** Decides which pictures are fetched. */
  policy: VideoPriorityBasedPolicy
  lacks: Lacks
  attendeeId: string
  /** Once whoever shows it is ready to hear of it. */
  start(): void
  /** @returns whether the primary meeting took it */
  promote(attendee: ChimeAttendee): Promise<boolean>
  demote(): void
  /** Opens the camera that is preferred and sends its picture. @returns whether that is so now */
  show(): Promise<boolean>
  /** The camera goes dark. */
  hide(): Promise<void>
  stop(): Promise<void>
}
