// The first bytes of a VP8 or VP9 frame: does it need others, and how large is it.

export type PictureHead = { key: boolean; size?: { width: number; height: number } }

/** RFC 6386, 9.1: three bytes of tag, then of a key frame a start code and two sizes of 14 bits. */
const vp8Head = (frame: Buffer): PictureHead | undefined => {
  if (frame.length < 3) return undefined
  if ((frame[0] ?? 0) & 1) return { key: false }
  if (frame.length < 10 || frame.readUIntBE(3, 3) !== 0x9d012a) return undefined
  return {
    key: true,
    size: { width: frame.readUInt16LE(6) & 0x3fff, height: frame.readUInt16LE(8) & 0x3fff },
  }
}

const bitsOf = (bytes: Buffer) => {
  let at = 0
  return (count: number): number => {
    let value = 0
    for (let left = count; left > 0; left--, at++)
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    return value
  }
}

const vp9Sync = 0x498342
const sRgb = 7

/** VP9's uncompressed header of profile 0, the only one that rooms negotiate. */
const vp9Head = (frame: Buffer): PictureHead | undefined => {
  const bits = bitsOf(frame)
  if (frame.length < 2 || bits(2) !== 2 || bits(2) !== 0) return undefined
  const [showExisting, inter] = [bits(1), bits(1)]
  if (showExisting || inter) return { key: false }
  bits(2)
  if (bits(24) !== vp9Sync) return undefined
  if (bits(3) !== sRgb) bits(1)
  return { key: true, size: { width: bits(16) + 1, height: bits(16) + 1 } }
}

/** @returns undefined for what is no frame */
export const pictureHead = (codec: 'VP8' | 'VP9', frame: Buffer): PictureHead | undefined =>
  codec === 'VP8' ? vp8Head(frame) : vp9Head(frame)
