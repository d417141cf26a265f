// Video frames out of RTP packets: VP8 (RFC 7741) and VP9 (RFC 9628), what was late put in order, what was lost skipped.
import type { Tap } from './model.ts'
import { pictureHead } from './picture-head.ts'

export type Packet = Parameters<Tap['video']>[0]

export type Frame = {
  codec: Packet['codec']
  key: boolean
  /** Of a key frame. */
  size?: { width: number; height: number }
  data: Buffer
  /** 90,000 a second, running on over 2^32. */
  timestamp: number
  at: number
}

type Part = { begins: boolean; data: Buffer }

const vp8Part = (payload: Buffer): Part => {
  const first = payload[0] ?? 0
  const extensions = first & 0x80 ? (payload[1] ?? 0) : 0
  let at = first & 0x80 ? 2 : 1
  if (extensions & 0x80) at += (payload[at] ?? 0) & 0x80 ? 2 : 1
  if (extensions & 0x40) at += 1
  if (extensions & 0x30) at += 1
  return { begins: (first & 0x17) === 0x10, data: payload.subarray(at) }
}

/** The scalability structure: sizes of its layers, then the pictures of a group. */
const structureLength = (payload: Buffer, at: number): number => {
  const first = payload[at] ?? 0
  let length = 1
  if (first & 0x10) length += ((first >> 5) + 1) * 4
  if (!(first & 0x08)) return length
  const pictures = payload[at + length] ?? 0
  length += 1
  for (let n = 0; n < pictures; n++) length += 1 + (((payload[at + length] ?? 0) >> 2) & 3)
  return length
}

const vp9Part = (payload: Buffer): Part => {
  const first = payload[0] ?? 0
  const [numbered, predicted, layered, flexible] = [first & 0x80, first & 0x40, first & 0x20, first & 0x10]
  let at = 1
  if (numbered) at += (payload[at] ?? 0) & 0x80 ? 2 : 1
  const spatial = layered ? ((payload[at] ?? 0) >> 1) & 7 : 0
  if (layered) at += flexible ? 1 : 2
  for (let most = 3, more = flexible && predicted; more && most > 0; most--) more = (payload[at++] ?? 0) & 1
  if (first & 0x02) at += structureLength(payload, at)
  return { begins: (first & 0x08) !== 0 && spatial === 0, data: payload.subarray(at) }
}

/** A number of so many bits that runs on: the nearest to the one before. */
const unwrapped = (bits: 16 | 32) => {
  const round = 2 ** bits
  let last: number | undefined
  return (value: number): number => {
    if (last === undefined) last = value
    else {
      const ahead = (((value - last) % round) + round) % round
      last += ahead < round / 2 ? ahead : ahead - round
    }
    return last
  }
}

/** A packet that has not come after so long was lost: whoever sends was asked for it several times by then. */
const patienceMs = 500

/** @param emit gets frames in order; after a loss none until the next key frame */
export const openPictures = (emit: (frame: Frame) => void) => {
  const [ordered, clocked] = [unwrapped(16), unwrapped(32)]
  const waiting = new Map<number, Packet>()
  let next: number | undefined
  let parts: Buffer[] = []
  let begun: Packet | undefined
  let needsKey = true

  const finish = (packet: Packet) => {
    const data = Buffer.concat(parts)
    const head = pictureHead(packet.codec, data)
    parts = []
    const from = begun
    begun = undefined
    if (!head || !from || (needsKey && !head.key)) return
    needsKey = false
    emit({ codec: packet.codec, ...head, data, timestamp: clocked(packet.timestamp), at: from.at })
  }
  const take = (packet: Packet) => {
    const { begins, data } = packet.codec === 'VP8' ? vp8Part(packet.payload) : vp9Part(packet.payload)
    if (begins && begun?.timestamp !== packet.timestamp) {
      begun = packet
      parts = []
    }
    if (begun?.timestamp !== packet.timestamp) return
    parts.push(data)
    if (packet.marker) finish(packet)
  }
  const skipLost = (now: number) => {
    const [first, packet] = [...waiting].sort(([a], [b]) => a - b)[0] ?? []
    if (first === undefined || !packet || now - packet.at < patienceMs) return
    next = first
    begun = undefined
    needsKey = true
  }
  return (packet: Packet): void => {
    const place = ordered(packet.sequence)
    next ??= place
    if (place < next) return
    waiting.set(place, packet)
    if (!waiting.has(next)) skipLost(packet.at)
    for (let ready = waiting.get(next); ready; ready = waiting.get(next)) {
      waiting.delete(next)
      next += 1
      take(ready)
    }
  }
}
