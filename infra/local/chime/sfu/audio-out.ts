// The one sound a receiver hears: a voice at a time on one unbroken clock, and silence where there is none.
import { randomInt } from 'node:crypto'
import { ahead, type RtpPacket } from '../wire/rtp.ts'
import type { AudioIn } from './audio-in.ts'
import { chooseVoice, type Held } from './loudest.ts'

/** Where the sound goes. @param index the sequence number that never begins anew */
export type Outlet = (payload: Buffer, index: number, timestamp: number, at: number) => void

const frameMs = 20
const frameTicks = 960
/** After so long without sound silence is sent: a client that hears nothing takes its connection for a poor one. */
const gapMs = 100
const opusSilence = Buffer.from([0xf8, 0xff, 0xfe])

export class AudioOut {
  readonly ssrc = randomInt(1, 0xffffffff)
  private held: Held<AudioIn> | undefined
  private readonly outlet: Outlet
  private index = randomInt(0, 0x8000)
  private timestamp = randomInt(0, 0xffffffff)
  private at = 0
  /** The last packet of the voice now heard; undefined where the next begins anew. */
  private last: RtpPacket | undefined
  private silenceDue = 0
  private filling = false

  constructor(outlet: Outlet) {
    this.outlet = outlet
  }

  get voice(): AudioIn | undefined {
    return this.held?.voice
  }

  /** @param voices who may be heard here now */
  choose(voices: readonly AudioIn[], now: number): void {
    const next = chooseVoice(this.held, voices, now)
    if (next?.voice !== this.held?.voice) {
      this.held?.voice.listeners.delete(this)
      next?.voice.listeners.add(this)
      this.last = undefined
    }
    this.held = next
  }

  /** The voice heard here is gone. */
  drop(): void {
    this.held = undefined
    this.last = undefined
  }

  close(): void {
    this.held?.voice.listeners.delete(this)
    this.held = undefined
  }

  forward(packet: RtpPacket, at: number): void {
    const steps = this.last ? ahead(packet.sequence, this.last.sequence, 16) : 1
    if (steps <= 0) return
    const ticks = this.last ? ahead(packet.timestamp, this.last.timestamp, 32) : this.ticksSince(at)
    this.last = packet
    this.filling = false
    this.send(packet.payload, steps, ticks, at)
  }

  /** On the wall's clock, in whole frames. */
  private ticksSince(at: number): number {
    const frames = this.at === 0 ? 1 : Math.round((at - this.at) / frameMs)
    return Math.max(1, Math.min(frames, 1000)) * frameTicks
  }

  private send(payload: Buffer, steps: number, ticks: number, at: number): void {
    this.index += steps
    this.timestamp = (this.timestamp + ticks) >>> 0
    this.at = at
    this.outlet(payload, this.index, this.timestamp, at)
  }

  /** Called often: sends what silence is due. */
  fill(at: number): void {
    if (!this.filling) {
      if (this.at !== 0 && at - this.at < gapMs) return
      this.filling = true
      this.silenceDue = at
    }
    this.last = undefined
    this.silenceDue = Math.max(this.silenceDue, at - gapMs)
    for (; this.silenceDue <= at; this.silenceDue += frameMs)
      this.send(opusSilence, 1, this.ticksSince(at), at)
  }
}
