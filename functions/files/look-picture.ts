// How large a picture is, from its header alone: one that would unpack to gigabytes is refused before anything unpacks it.
import { Problem } from '#functions/shared/problem.ts'

const mostSide = 10_000
const mostPixels = 30_000_000

type Size = { width: number; height: number }

/** Markers of a JPEG that begin a frame: all of C0 to CF but those of tables. */
const beginsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Every frame's size is looked at: a second one is not what decoders agree on. */
const jpegSize = (bytes: Buffer): Size | undefined => {
  let found: Size | undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return found
    if (beginsFrame(marker)) {
      if (found) return undefined
      found = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length >= 24 && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined

const webpSize = (bytes: Buffer): Size | undefined => {
  if (bytes.length < 30) return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}

const readers = { 'image/jpeg': jpegSize, 'image/png': pngSize, 'image/webp': webpSize } as const

export type PictureType = keyof typeof readers

export const isPicture = (type: string): type is PictureType => Object.hasOwn(readers, type)

/** @throws Problem `file-damaged` where the header tells no size, `picture-too-large` */
export const lookIntoPicture = (bytes: Buffer, type: PictureType): Size => {
  const size = readers[type](bytes)
  if (!size || size.width === 0 || size.height === 0) throw new Problem('file-damaged', { detail: 'size' })
  const { width, height } = size
  if (Math.max(width, height) > mostSide || width * height > mostPixels)
    throw new Problem('picture-too-large', { detail: `${width} × ${height}` })
  return size
}
