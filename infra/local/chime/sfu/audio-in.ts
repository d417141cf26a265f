// A voice that comes into the room: how loud it is, and who hears it.

import type { Peer } from '../wire/peer.ts'
import { writeReceiverReport } from '../wire/rtcp.ts'
import { extensionByte, type RtpPacket } from '../wire/rtp.ts'
import type { AudioOut } from './audio-out.ts'
import type { Voice } from './loudest.ts'
import { Reception } from './reception.ts'

const silence = 127
/** Nothing for so long is silence. */
const goneMs = 300
const smoothing = 0.1

export class AudioIn implements Voice {
  readonly listeners = new Set<AudioOut>()
  readonly payloadType: number
  level = silence
  private heardAt = Number.NEGATIVE_INFINITY
  private reception: Reception | undefined
  private readonly peer: Peer
  private readonly levelExtension: number | undefined

  /** @param payloadType of its sound. @param levelExtension the id of the audio level in this client's packets */
  constructor(peer: Peer, payloadType: number, levelExtension: number | undefined) {
    this.peer = peer
    this.payloadType = payloadType
    this.levelExtension = levelExtension
  }

  /** @param audible whether the room may hear it; unheard it is still a connection with sound */
  heard(packet: RtpPacket, audible: boolean, now: number, at: number): void {
    if (this.reception?.ssrc !== packet.ssrc) this.reception = new Reception(packet.ssrc, 48_000)
    this.reception.note(packet, at)
    if (!audible) {
      this.level = silence
      return
    }
    const told = this.levelExtension === undefined ? undefined : extensionByte(packet, this.levelExtension)
    const level = told === undefined ? silence : told & 0x7f
    this.level = this.speaksAt(now) ? this.level + (level - this.level) * smoothing : level
    this.heardAt = now
    for (const listener of this.listeners) listener.forward(packet, at)
  }

  speaksAt(now: number): boolean {
    return now - this.heardAt < goneMs
  }

  /** As AUDIO_METADATA tells it. */
  volumeAt(now: number): number {
    return this.speaksAt(now) ? Math.round(this.level) : silence
  }

  noteSenderReport(ssrc: number, ntpMiddle: number, at: number): void {
    if (this.reception?.ssrc === ssrc) this.reception.noteSenderReport(ntpMiddle, at)
  }

  /** Once a second. */
  report(at: number): void {
    if (this.reception) this.peer.sendRtcp(writeReceiverReport(1, [this.reception.report(at)]))
  }
}
