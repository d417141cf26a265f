// What a JPEG would take to unpack, by its markers alone: the size of its one frame, and how many scans go over it.
import { Problem } from '#functions/shared/problem.ts'

export type Size = { width: number; height: number }

/** Encoders make about ten of a progressive picture; a decoder goes over every pixel for each, however few bytes it has. */
const mostScans = 64
const mostSegments = 2_000

const startOfScan = 0xda
const endOfImage = 0xd9

/** Markers that begin a frame: all of C0 to CF but those of tables. */
const beginsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Stuffed bytes, restarts and padding are of the data they stand in; and TEM, which is passed over alone: no length follows it. */
const isData = (marker: number): boolean =>
  marker === 0 || marker === 1 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)

/** Each marker with what follows it, as decoders find them: behind a segment whatever is no marker is passed over. */
function* markersOf(bytes: Buffer): Generator<{ marker: number; at: number }> {
  for (let at = bytes.indexOf(0xff, 2); at >= 0 && at + 3 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1] ?? 0
    if (isData(marker)) {
      at += 1
      continue
    }
    if (marker === endOfImage) return
    yield { marker, at }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
}

/**
 * Every frame's size is looked at: a second one is not what decoders agree on.
 * @throws Problem `file-unsafe` where unpacking would take minutes
 */
export const jpegSize = (bytes: Buffer): Size | undefined => {
  let found: Size | undefined
  let scans = 0
  let segments = 0
  for (const { marker, at } of markersOf(bytes)) {
    if (marker === startOfScan) scans += 1
    segments += 1
    if (scans > mostScans || segments > mostSegments) throw new Problem('file-unsafe', { detail: 'scans' })
    if (!beginsFrame(marker)) continue
    if (found || scans > 0 || at + 9 > bytes.length) return undefined
    found = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return scans > 0 ? found : undefined
}
