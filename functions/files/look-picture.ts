// How large a picture is, without unpacking it: one that would take gigabytes or minutes is refused before anything does.
import { Problem } from '#functions/shared/problem.ts'
import { jpegSize, type Size } from './look-jpeg.ts'

const mostSide = 10_000
const mostPixels = 30_000_000

const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length >= 24 && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined

/** One picture of a WebP, from where its chunk begins. */
const framed = (bytes: Buffer, at: number): Size | undefined => {
  const kind = bytes.toString('latin1', at, at + 4)
  if (kind === 'VP8 ')
    return { width: bytes.readUInt16LE(at + 14) & 0x3fff, height: bytes.readUInt16LE(at + 16) & 0x3fff }
  if (kind !== 'VP8L') return undefined
  const bits = bytes.readUInt32LE(at + 9)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** Behind an extended header stand chunks that tell sizes of their own: none may be another than it says. */
const extended = (bytes: Buffer): Size | undefined => {
  const size = { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  for (let at = 12; at + 18 <= bytes.length; ) {
    const inner = framed(bytes, at)
    if (inner && (inner.width !== size.width || inner.height !== size.height)) return undefined
    const length = bytes.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return size
}

const webpSize = (bytes: Buffer): Size | undefined => {
  if (bytes.length < 30) return undefined
  return bytes.toString('latin1', 12, 16) === 'VP8X' ? extended(bytes) : framed(bytes, 12)
}

const readers = { 'image/jpeg': jpegSize, 'image/png': pngSize, 'image/webp': webpSize } as const

export type PictureType = keyof typeof readers

export const isPicture = (type: string): type is PictureType => Object.hasOwn(readers, type)

/** @throws Problem `file-damaged` where the header tells no size, `picture-too-large`, `file-unsafe` for scans without end */
export const lookIntoPicture = (bytes: Buffer, type: PictureType): Size => {
  const size = readers[type](bytes)
  if (!size || size.width === 0 || size.height === 0) throw new Problem('file-damaged', { detail: 'size' })
  const { width, height } = size
  if (Math.max(width, height) > mostSide || width * height > mostPixels)
    throw new Problem('picture-too-large', { detail: `${width} × ${height}` })
  return size
}
