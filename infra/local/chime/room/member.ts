// One connection to a room: who it is, what it may, and its streams.
import type { WebSocket } from 'ws'
import type { Attendee, Capabilities } from '../model.ts'
import type { AudioIn } from '../sfu/audio-in.ts'
import type { AudioOut } from '../sfu/audio-out.ts'
import type { VideoIn } from '../sfu/video-in.ts'
import type { VideoOut } from '../sfu/video-out.ts'
import { encodeFrame, type Frame } from '../wire/frames.ts'
import type { Peer } from '../wire/peer.ts'
import type { Room } from './room.ts'

export const contentSuffix = '#content'

export type Medium = keyof Capabilities

const allows = (attendee: Attendee, medium: Medium, way: 'Send' | 'Receive'): boolean => {
  const capability = attendee.capabilities[medium]
  return capability === 'SendReceive' || capability === way
}

export class Member {
  readonly room: Room
  readonly socket: WebSocket
  /** The meeting whose credentials it came with: the room's, or a replica of it. */
  readonly meetingId: string
  attendee: Attendee
  /** Whether it is the share of an attendee's screen. */
  readonly content: boolean
  /** The attendee of the primary meeting a replica's participant speaks as. */
  promoted: Attendee | undefined
  audioStreamId = 0
  muted = false
  /** Connected with sound, and on the roster unless hidden. */
  present = false
  peer: Peer | undefined
  audioIn: AudioIn | undefined
  audioOut: AudioOut | undefined
  videoIn: VideoIn | undefined
  /** By section of the client's offer. */
  readonly videoOuts = new Map<string, VideoOut>()

  constructor(room: Room, socket: WebSocket, who: Pick<Member, 'meetingId' | 'attendee' | 'content'>) {
    this.room = room
    this.socket = socket
    this.meetingId = who.meetingId
    this.attendee = who.attendee
    this.content = who.content
  }

  get replica(): boolean {
    return this.meetingId !== this.room.meetingId
  }

  /** Nobody is told of a replica's participants before they are promoted. */
  get hidden(): boolean {
    return this.replica && !this.promoted
  }

  /** As the room knows it. */
  get attendeeId(): string {
    const { attendeeId } = this.promoted ?? this.attendee
    return this.content ? attendeeId + contentSuffix : attendeeId
  }

  get externalUserId(): string {
    const { externalUserId } = this.promoted ?? this.attendee
    return this.content ? externalUserId + contentSuffix : externalUserId
  }

  maySend(medium: 'Audio' | 'Video'): boolean {
    const speaker = this.replica ? this.promoted : this.attendee
    return speaker !== undefined && allows(speaker, this.content ? 'Content' : medium, 'Send')
  }

  mayReceive(medium: Medium): boolean {
    return !this.content && allows(this.attendee, medium, 'Receive')
  }

  /** Whether what it says reaches anybody. */
  get audible(): boolean {
    return this.present && !this.muted && this.maySend('Audio')
  }

  send(frame: Omit<Frame, 'timestampMs'>): void {
    this.sendBytes(encodeFrame(frame))
  }

  sendBytes(message: Buffer): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(message)
  }
}
