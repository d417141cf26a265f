// A picture on its way to one receiver: numbers and clock of its own, and what was sent kept for a while to be sent again.
import { randomInt } from 'node:crypto'
import type { Peer } from '../wire/peer.ts'
import { writeSenderReport } from '../wire/rtcp.ts'
import { type RtpPacket, writeHeader } from '../wire/rtp.ts'
import { Gate } from './gate.ts'
import type { VideoIn, Watcher } from './video-in.ts'

const kept = 512
/** A receiver that asks for the same again and again gets it no more often than it could come. */
const againAfterMs = 10

type Sent = { index: number; marker: boolean; timestamp: number; payload: Buffer; repeatedAt: number }

export class VideoOut implements Watcher {
  readonly ssrc = randomInt(1, 0xffffffff)
  readonly source: VideoIn
  private readonly payloadType: number
  private readonly peer: Peer
  private readonly gate = new Gate(randomInt(0, 0x8000))
  private readonly shift = randomInt(0, 0xffffffff)
  private readonly history = new Array<Sent | undefined>(kept)
  private paused = false
  private sent = { packets: 0, bytes: 0 }
  private newest: { timestamp: number; at: number } | undefined

  /** @param payloadType of the receiver */
  constructor(peer: Peer, source: VideoIn, payloadType: number) {
    this.peer = peer
    this.source = source
    this.payloadType = payloadType
  }

  isOf(source: VideoIn, payloadType: number): boolean {
    return this.source === source && this.payloadType === payloadType
  }

  get waits(): boolean {
    return !this.paused && !this.gate.open
  }

  pause(): void {
    this.paused = true
    this.gate.shut()
  }

  resume(now: number): void {
    if (!this.paused) return
    this.paused = false
    this.source.askKeyFrame(now)
  }

  forward(packet: RtpPacket, index: number, begins: boolean, at: number): void {
    if (this.paused) return
    const number = this.gate.pass(index, begins)
    if (number === undefined) return
    const { marker, payload } = packet
    const timestamp = (packet.timestamp + this.shift) >>> 0
    this.history[number % kept] = {
      ...{ index: number, marker, timestamp, payload },
      repeatedAt: Number.NEGATIVE_INFINITY,
    }
    this.newest = { timestamp, at }
    this.sent.packets++
    this.sent.bytes += payload.length
    this.peer.sendRtp(
      writeHeader(this.payloadType, marker, number & 0xffff, timestamp, this.ssrc),
      payload,
      number,
    )
  }

  sendAgain(sequences: number[], now: number): void {
    for (const sequence of sequences) {
      const sent = this.history[sequence % kept]
      if (sent && (sent.index & 0xffff) === sequence && now - sent.repeatedAt >= againAfterMs)
        this.repeat(sent, now)
    }
  }

  private repeat(sent: Sent, now: number): void {
    const { index, marker, timestamp, payload } = sent
    sent.repeatedAt = now
    const header = writeHeader(this.payloadType, marker, index & 0xffff, timestamp, this.ssrc)
    this.peer.sendRtp(header, payload, index)
  }

  /** Once a second. @param at epoch milliseconds */
  report(at: number): void {
    if (!this.newest || this.paused) return
    const timestamp = this.newest.timestamp + (at - this.newest.at) * 90
    this.peer.sendRtcp(writeSenderReport(this.ssrc, at, Math.round(timestamp), this.sent))
  }
}
