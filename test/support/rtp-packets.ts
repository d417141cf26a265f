// RTP packets of pictures and sound as a tap hands them over: well-formed heads, any content.
import type { Packet } from '#infra/local/chime/pictures.ts'

const fragment = 1_000

/** A VP8 frame: its tag says key or not, and a key frame its size. */
const vp8Frame = (key: boolean, width: number, height: number, length: number): Buffer => {
  const frame = Buffer.alloc(length, 7)
  frame[0] = key ? 0x10 : 0x11
  if (!key) return frame
  frame.writeUIntBE(0x9d012a, 3, 3)
  frame.writeUInt16LE(width, 6)
  frame.writeUInt16LE(height, 8)
  return frame
}

/** A VP9 key frame's uncompressed header of profile 0, sizes less one in 16 bits; else a frame that needs others. */
const vp9Frame = (key: boolean, width: number, height: number, length: number): Buffer => {
  const frame = Buffer.alloc(length, 7)
  if (!key) {
    frame[0] = 0x84
    return frame
  }
  const size = [width - 1, height - 1].map((side) => side.toString(2).padStart(16, '0')).join('')
  const sync = (0x498342).toString(2).padStart(24, '0')
  const bits = `10000010${sync}0100${size}`.padEnd(80, '0')
  for (let byte = 0; byte < 10; byte++) frame[byte] = Number.parseInt(bits.slice(byte * 8, byte * 8 + 8), 2)
  return frame
}

const descriptor = {
  VP8: (begins: boolean, number: number) =>
    Buffer.from([begins ? 0x90 : 0x80, 0x80, 0x80 | ((number >> 8) & 0x7f), number & 0xff]),
  VP9: (begins: boolean, number: number, key: boolean) =>
    Buffer.from([0x80 | (key ? 0 : 0x40) | (begins ? 8 : 0), 0x80 | ((number >> 8) & 0x7f), number & 0xff]),
}

type Source = { codec: Packet['codec']; width: number; height: number; keyEvery: number; bytes?: number }

/** A camera of 25 pictures a second; `run` goes on where it stopped, numbers and time stamps running on. */
export const camera = (start = { sequence: 65_500, timestamp: 4_294_900_000 }) => {
  let { sequence, timestamp } = start
  let number = 0
  return (
    { codec, width, height, keyEvery, bytes = 2_500 }: Source,
    fromMs: number,
    toMs: number,
  ): Packet[] => {
    const packets: Packet[] = []
    for (let at = fromMs, count = 0; at < toMs; at += 40, count++, number++) {
      const key = count % keyEvery === 0
      const frame = (codec === 'VP8' ? vp8Frame : vp9Frame)(key, width, height, bytes)
      for (let offset = 0; offset < frame.length; offset += fragment, sequence++)
        packets.push({
          codec,
          payload: Buffer.concat([
            descriptor[codec](offset === 0, number, key),
            frame.subarray(offset, offset + fragment),
          ]),
          marker: offset + fragment >= frame.length,
          sequence: sequence % 65_536,
          timestamp: timestamp % 2 ** 32,
          at,
        })
      timestamp += 3_600
    }
    return packets
  }
}

/** Opus at 50 packets a second. */
export const microphone = (fromMs: number, toMs: number) =>
  Array.from({ length: Math.round((toMs - fromMs) / 20) }, (_, count) => ({
    payload: Buffer.from([0xf8, 0xff, 0xfe]),
    timestamp: (fromMs / 20 + count) * 960,
    at: fromMs + count * 20,
  }))
