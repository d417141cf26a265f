// A meeting's room: who is in it, who is told of whom, and which pictures there are.
import type { AudioIn } from '../sfu/audio-in.ts'
import type { VideoIn } from '../sfu/video-in.ts'
import { encodeFrame, type Frame, FrameType } from '../wire/frames.ts'
import { openBoard } from './data-board.ts'
import { sendIndex } from './index-frame.ts'
import type { Member } from './member.ts'
import type { Tapped } from './tapped.ts'
import type { Teller } from './teller.ts'

export class Room {
  /** Of the primary meeting, where there are replicas. */
  readonly meetingId: string
  readonly members = new Set<Member>()
  /** Who listens without being there: recordings. */
  readonly taps = new Set<Tapped>()
  readonly board = openBoard()
  readonly teller: Teller
  private audioStreams = 0
  /** 1 and 2 are what a client calls its own. */
  private videoStreams = 2
  /** What was told of volumes last. */
  volumes = ''

  constructor(meetingId: string, teller: Teller) {
    this.meetingId = meetingId
    this.teller = teller
  }

  get visible(): Member[] {
    return [...this.members].filter(({ present, hidden }) => present && !hidden)
  }

  get publishers(): (Member & { videoIn: VideoIn })[] {
    return [...this.members].filter(
      (member): member is Member & { videoIn: VideoIn } => member.videoIn !== undefined,
    )
  }

  publisherOf(streamId: number): (Member & { videoIn: VideoIn }) | undefined {
    return this.publishers.find(({ videoIn }) => videoIn.streamId === streamId)
  }

  /** Whoever is heard now, but for a member's own voice and that of what it shares. */
  voicesFor(listener: Member | undefined, now: number): AudioIn[] {
    const voices: AudioIn[] = []
    if (listener && !listener.mayReceive('Audio')) return voices
    for (const { audioIn, audible, attendee } of this.members)
      if (
        audioIn &&
        audible &&
        attendee.attendeeId !== listener?.attendee.attendeeId &&
        audioIn.speaksAt(now)
      )
        voices.push(audioIn)
    return voices
  }

  newVideoStream(): number {
    this.videoStreams++
    return this.videoStreams
  }

  /** To whoever is there: who is still on the way gets it whole once arrived, and takes a part for the whole before. */
  broadcast(frame: Omit<Frame, 'timestampMs'>, except?: Member): void {
    const message = encodeFrame(frame)
    for (const member of this.members) if (member.present && member !== except) member.sendBytes(message)
  }

  /** Once its sound is connected. */
  arrive(member: Member): void {
    member.present = true
    this.teller.joined(member)
    const streams = this.visible.filter((one) => one !== member).map(rosterEntry)
    if (!member.hidden) streams.push(this.appear(member))
    if (streams.length > 0)
      member.send({ type: FrameType.AUDIO_STREAM_ID_INFO, audioStreamIdInfo: { streams } })
  }

  /** Tells everybody else of it. @returns its entry of the roster */
  private appear(member: Member): ReturnType<typeof rosterEntry> {
    this.audioStreams++
    member.audioStreamId = this.audioStreams
    this.volumes = ''
    const entry = rosterEntry(member)
    this.broadcast({ type: FrameType.AUDIO_STREAM_ID_INFO, audioStreamIdInfo: { streams: [entry] } }, member)
    return entry
  }

  /** One who was hidden is there now. */
  reveal(member: Member): void {
    const streams = [this.appear(member)]
    member.send({ type: FrameType.AUDIO_STREAM_ID_INFO, audioStreamIdInfo: { streams } })
  }

  vanish(member: Member, dropped: boolean): void {
    const { audioStreamId } = member
    if (audioStreamId === 0) return
    member.audioStreamId = 0
    const streams = [dropped ? { audioStreamId, dropped } : { audioStreamId }]
    this.broadcast({ type: FrameType.AUDIO_STREAM_ID_INFO, audioStreamIdInfo: { streams } })
  }

  tellMuted(member: Member): void {
    const { audioStreamId } = member
    if (audioStreamId === 0) return
    const streams = [{ audioStreamId, muted: isMuted(member) }]
    this.broadcast({ type: FrameType.AUDIO_STREAM_ID_INFO, audioStreamIdInfo: { streams } })
  }

  tellIndex(): void {
    for (const member of this.members) sendIndex(member)
  }
}

/** Who may not speak is muted for the others, whatever the client says. */
const isMuted = (member: Member): boolean => member.muted || !member.maySend('Audio')

const rosterEntry = (member: Member) => ({
  audioStreamId: member.audioStreamId,
  attendeeId: member.attendeeId,
  externalUserId: member.externalUserId,
  muted: isMuted(member),
})
