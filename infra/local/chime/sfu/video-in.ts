// A picture that is sent to the room: asks its sender again for what was lost, and hands each packet to whoever watches.
import { beginsKeyFrame, type VideoCodec } from '../wire/keyframes.ts'
import type { Peer } from '../wire/peer.ts'
import { writeNack, writePli, writeReceiverReport, writeRemb } from '../wire/rtcp.ts'
import type { RtpPacket } from '../wire/rtp.ts'
import { Missing } from './missing.ts'
import { Reception } from './reception.ts'

/** Who watches a picture. */
export type Watcher = {
  /** Has not yet got a key frame to begin with. */
  readonly waits: boolean
  forward(packet: RtpPacket, index: number, begins: boolean, at: number): void
}

const keyFrameAtMostEveryMs = 300
const bitrateMost = 4_000_000

export class VideoIn {
  readonly streamId: number
  readonly codec: VideoCodec
  readonly payloadType: number
  readonly maxBitrateKbps: number
  readonly framerate: number
  readonly watchers = new Set<Watcher>()
  bitrate: number
  private readonly peer: Peer
  private reception: Reception | undefined
  private missing = new Missing()
  private keyFrameAskedAt = Number.NEGATIVE_INFINITY

  constructor(
    peer: Peer,
    picture: Pick<VideoIn, 'streamId' | 'codec' | 'payloadType' | 'maxBitrateKbps' | 'framerate'>,
  ) {
    this.peer = peer
    this.streamId = picture.streamId
    this.codec = picture.codec
    this.payloadType = picture.payloadType
    this.maxBitrateKbps = picture.maxBitrateKbps
    this.framerate = picture.framerate
    this.bitrate = picture.maxBitrateKbps * 1000
  }

  /** @param now a clock that only goes forward; @param at epoch milliseconds */
  heard(packet: RtpPacket, now: number, at: number): void {
    if (this.reception?.ssrc !== packet.ssrc) this.begin(packet.ssrc)
    const { reception } = this
    if (!reception) return
    const before = reception.highest
    const index = reception.note(packet, at)
    if (before >= 0 && this.missing.note(index, before)) return
    if (before >= 0 && index > before + 1) this.askForGap(now)
    const begins = beginsKeyFrame(this.codec, packet.payload)
    for (const watcher of this.watchers) watcher.forward(packet, index, begins, at)
  }

  private begin(ssrc: number): void {
    this.reception = new Reception(ssrc, 90_000)
    this.missing = new Missing()
  }

  private askForGap(now: number): void {
    if (this.missing.none) this.askKeyFrame(now)
    else this.askAgain(now)
  }

  /** Sends for what is due of what was lost. */
  askAgain(now: number): void {
    const { reception } = this
    if (!reception || this.missing.none) return
    const due = this.missing.due(now)
    if (due.length === 0) return
    this.peer.sendRtcp(
      writeReceiverReport(1, []),
      writeNack(
        1,
        reception.ssrc,
        due.map((index) => index & 0xffff),
      ),
    )
  }

  askKeyFrame(now: number): void {
    if (!this.reception || now - this.keyFrameAskedAt < keyFrameAtMostEveryMs) return
    this.keyFrameAskedAt = now
    this.peer.sendRtcp(writeReceiverReport(1, []), writePli(1, this.reception.ssrc))
  }

  /** Once somebody waits for a picture, it is asked for. */
  askForWaiting(now: number): void {
    if ([...this.watchers].some(({ waits }) => waits)) this.askKeyFrame(now)
  }

  noteSenderReport(ssrc: number, ntpMiddle: number, at: number): void {
    if (this.reception?.ssrc === ssrc) this.reception.noteSenderReport(ntpMiddle, at)
  }

  /** Once a second. */
  report(elapsedMs: number, at: number): void {
    if (!this.reception) return
    this.bitrate = this.reception.bitrate(elapsedMs)
    this.peer.sendRtcp(
      writeReceiverReport(1, [this.reception.report(at)]),
      writeRemb(1, this.reception.ssrc, bitrateMost),
    )
  }
}
