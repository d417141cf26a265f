// One who listens to a room unseen: the sound a receiver would hear, and one picture at a time.
import type { Tap } from '../model.ts'
import { AudioOut } from '../sfu/audio-out.ts'
import { Gate } from '../sfu/gate.ts'
import type { VideoIn, Watcher } from '../sfu/video-in.ts'
import type { RtpPacket } from '../wire/rtp.ts'
import type { Room } from './room.ts'

const ticksPerMs = 90
const frameTicks = 3000
/** A recording opens at a picture that stands by itself. */
const keyFrameEveryMs = 4000

class Picture implements Watcher {
  private readonly tap: Tap
  private readonly gate = new Gate(0)
  private source: VideoIn | undefined
  private shift = 0
  private newest: { timestamp: number; at: number } | undefined
  private anchored = false
  private begunAt = 0

  constructor(tap: Tap) {
    this.tap = tap
  }

  get waits(): boolean {
    return !this.gate.open
  }

  watch(source: VideoIn | undefined, now: number): void {
    if (source === this.source) {
      if (now - this.begunAt >= keyFrameEveryMs) this.begin(now)
      return
    }
    this.source?.watchers.delete(this)
    this.source = source
    this.gate.shut()
    this.anchored = false
    source?.watchers.add(this)
    this.begin(now)
  }

  private begin(now: number): void {
    this.begunAt = now
    this.source?.askKeyFrame(now)
  }

  forward(packet: RtpPacket, index: number, begins: boolean, at: number): void {
    const sequence = this.gate.pass(index, begins)
    if (sequence === undefined || !this.source) return
    if (!this.anchored) this.anchor(packet, at)
    const timestamp = (packet.timestamp + this.shift) >>> 0
    this.newest = { timestamp, at }
    const { payload, marker } = packet
    if (payload.length > 0)
      this.tap.video({
        codec: this.source.codec,
        payload,
        marker,
        sequence: sequence & 0xffff,
        timestamp,
        at,
      })
  }

  /** The clock runs on from one sender's to another's. */
  private anchor({ timestamp }: RtpPacket, at: number): void {
    const next = this.newest
      ? this.newest.timestamp + Math.max(frameTicks, (at - this.newest.at) * ticksPerMs)
      : 0
    this.shift = Math.round(next) - timestamp
    this.anchored = true
  }
}

export class Tapped {
  private readonly sound: AudioOut
  private readonly picture: Picture
  private readonly room: Room

  constructor(room: Room, tap: Tap) {
    this.room = room
    this.sound = new AudioOut((payload, _index, timestamp, at) => tap.audio({ payload, timestamp, at }))
    this.picture = new Picture(tap)
  }

  /** The share while there is one, else whoever is heard, else the first camera. */
  look(now: number): void {
    this.sound.choose(this.room.voicesFor(undefined, now), now)
    const { publishers } = this.room
    const shown =
      publishers.find(({ content }) => content) ??
      publishers.find(({ audioIn }) => audioIn !== undefined && audioIn === this.sound.voice) ??
      publishers[0]
    this.picture.watch(shown?.videoIn, now)
  }

  fill(at: number): void {
    this.sound.fill(at)
  }

  close(now: number): void {
    this.sound.close()
    this.picture.watch(undefined, now)
  }
}
