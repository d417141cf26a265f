// What the planes of the local Chime know of each other: control (REST) decides who may, media carries it, a tap listens.

/** As the AWS API names them. */
export type Capability = 'SendReceive' | 'Send' | 'Receive' | 'None'
export type Capabilities = { Audio: Capability; Video: Capability; Content: Capability }

export type Attendee = {
  attendeeId: string
  externalUserId: string
  joinToken: string
  capabilities: Capabilities
}

export type Meeting = {
  meetingId: string
  externalMeetingId: string
  /** Set for a replica: the meeting whose sound and picture it receives. */
  primaryMeetingId?: string
  mediaRegion: string
  /** By attendee id. */
  attendees: Map<string, Attendee>
}

/** What the media plane asks of the control plane. */
export type Rooms = {
  /** The meeting, unless it has ended. */
  meeting(meetingId: string): Meeting | undefined
  /** Whose token it is in that meeting; undefined where it is nobody's. A `#content` suffix is stripped before. */
  admit(meetingId: string, joinToken: string): Attendee | undefined
}

/** What the media plane tells; the control plane makes EventBridge's events of it. */
export type News = {
  what:
    | 'authorized'
    | 'joined'
    | 'left'
    | 'dropped'
    | 'video-started'
    | 'video-stopped'
    | 'content-joined'
    | 'content-left'
    | 'content-dropped'
    | 'content-video-started'
    | 'content-video-stopped'
  meetingId: string
  attendeeId: string
  externalUserId: string
}

/**
 * One who listens to a room as a receive-only attendee would, unseen: the mixed sound, and one picture: the content
 * share while there is one, else whoever is heard, else the first camera. Sequence numbers and time stamps run on over
 * switches; a picture begins with a key frame, and its sender is asked for another every four seconds, so that a recording
 * opens anywhere. `at` is in milliseconds of one clock that only runs forward, the same for both.
 */
export type Tap = {
  audio(packet: { payload: Buffer; timestamp: number; at: number }): void
  video(packet: {
    codec: 'VP8' | 'VP9'
    payload: Buffer
    marker: boolean
    sequence: number
    timestamp: number
    at: number
  }): void
}

/** What the control plane has the media plane do. */
export type MediaPlane = {
  capabilitiesChanged(meetingId: string, attendeeId: string): void
  /** Closes its connections with AUDIO_STATUS 411. */
  attendeeRemoved(meetingId: string, attendeeId: string): void
  /** Closes every connection with AUDIO_STATUS 410 and frees the room. */
  meetingEnded(meetingId: string): void
  /** How many are connected with sound: a meeting without any ends by itself. */
  listening(meetingId: string): number
  /** @returns what ends it */
  tap(meetingId: string, tap: Tap): () => void
  close(): Promise<void>
}
