// What came of one incoming stream, as receiver reports tell it (RFC 3550, appendix A).
import type { ReportBlock } from '../wire/rtcp.ts'
import { extendSequence, type RtpPacket } from '../wire/rtp.ts'

export class Reception {
  readonly ssrc: number
  /** The highest sequence number so far, counted on where it begins anew. */
  highest = -1
  private first = 0
  private received = 0
  private bytes = 0
  private jitter = 0
  private transit: number | undefined
  private before = { expected: 0, received: 0, bytes: 0 }
  private heard = { ntpMiddle: 0, at: 0 }
  private readonly clockRate: number

  constructor(ssrc: number, clockRate: number) {
    this.ssrc = ssrc
    this.clockRate = clockRate
  }

  /** @returns the packet's place in the stream, never beginning anew */
  note({ sequence, timestamp, payload }: RtpPacket, at: number): number {
    // Begun a round later, so that what came before the first has a number too.
    const index = this.highest < 0 ? sequence + 0x10000 : extendSequence(sequence, this.highest)
    if (this.highest < 0) this.first = index
    this.received++
    this.bytes += payload.length
    if (index > this.highest) {
      this.noteTransit(((at * this.clockRate) / 1000 - timestamp) | 0)
      this.highest = index
    }
    return index
  }

  private noteTransit(transit: number): void {
    if (this.transit !== undefined) this.jitter += (Math.abs((transit - this.transit) | 0) - this.jitter) / 16
    this.transit = transit
  }

  noteSenderReport(ntpMiddle: number, at: number): void {
    this.heard = { ntpMiddle, at }
  }

  /** Bits a second since the last time. */
  bitrate(elapsedMs: number): number {
    const bits = (this.bytes - this.before.bytes) * 8
    this.before.bytes = this.bytes
    return Math.round((bits * 1000) / Math.max(1, elapsedMs))
  }

  report(at: number): ReportBlock {
    const expected = this.highest - this.first + 1
    const expectedNow = expected - this.before.expected
    const lostNow = expectedNow - (this.received - this.before.received)
    this.before.expected = expected
    this.before.received = this.received
    return {
      ssrc: this.ssrc,
      fractionLost:
        expectedNow > 0 && lostNow > 0 ? Math.min(255, Math.floor((lostNow * 256) / expectedNow)) : 0,
      lost: expected - this.received,
      highest: this.highest,
      jitter: Math.round(this.jitter),
      lastReport: this.heard.ntpMiddle,
      delay: this.heard.at === 0 ? 0 : Math.round(((at - this.heard.at) * 65_536) / 1000),
    }
  }
}
