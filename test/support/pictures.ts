// Pictures made for a test: real JPEG bytes by the encoder that publishes, headers that promise too much, EXIF with a place.
import { readAsset } from '#functions/bulletins/assets.ts'
import { encodeJpeg } from '#functions/bulletins/codecs.ts'

const pixels = (width: number, height: number, paint: (x: number, y: number) => [number, number, number]) => {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++)
    data.set([...paint(at % width, Math.floor(at / width)), 255], at * 4)
  return new ImageData(data, width, height)
}

/** Red on the left, blue on the right. */
export const twoColours = async (width: number, height: number): Promise<Buffer> =>
  encodeJpeg(pixels(width, height, (x) => (x < width / 2 ? [220, 20, 20] : [20, 20, 220])))

/** A small grey picture; each shade is a file of its own. */
export const tinyJpeg = (shade: number): Promise<Buffer> =>
  encodeJpeg(pixels(16, 8, () => [shade * 5, shade * 5, shade * 5]))

const be32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** What begins as a picture and tells a size, without a picture. */
export const headerOnly = {
  png: (width: number, height: number): Buffer =>
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      Buffer.from('IHDR'),
      be32(width),
      be32(height),
      Buffer.from('0806000000', 'hex'),
      Buffer.alloc(4),
      Buffer.from('0000000049444154', 'hex'),
      Buffer.alloc(64),
    ]),
  /** Progressive, with so many scans of a few bytes, each of which goes over the whole picture. */
  jpeg: (width: number, height: number, scans: number): Buffer =>
    Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      segment(
        0xc2,
        Buffer.concat([Buffer.from([8]), be16(height), be16(width), Buffer.from('01011100', 'hex')]),
      ),
      ...Array.from({ length: scans }, () => scan),
      Buffer.from('ffd9', 'hex'),
    ]),
  /** The same behind TEM, which has no length: who reads one there passes over all scans but the last. */
  hidden: (width: number, height: number, scans: number): Buffer => {
    const [one, many] = [headerOnly.jpeg(width, height, 1), headerOnly.jpeg(width, height, scans)]
    const at = one.indexOf(Buffer.from('ffda', 'hex'))
    const passedOver = Buffer.concat([many.subarray(at, -2), Buffer.alloc(0xff_ff - (many.length - at))])
    return Buffer.concat([one.subarray(0, at), Buffer.from('ff01', 'hex'), passedOver, one.subarray(at)])
  },
  /** An extended WebP whose picture is of another size than the file says. */
  webp: (canvas: [number, number], picture: [number, number]): Buffer => {
    const chunk = (kind: string, body: Buffer) => Buffer.concat([Buffer.from(kind), le(4, body.length), body])
    const [width, height] = picture
    const chunks = [
      chunk('VP8X', Buffer.concat([Buffer.alloc(4), le(3, canvas[0] - 1), le(3, canvas[1] - 1)])),
      chunk('VP8 ', Buffer.concat([Buffer.from('3001009d012a', 'hex'), le(2, width), le(2, height)])),
    ]
    const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
    return Buffer.concat([Buffer.from('RIFF'), le(4, body.length), body])
  },
}

/** A real PNG of nothing but clear pixels. */
export const transparentPng = async (): Promise<Buffer> => {
  const clear = {
    data: new Uint8ClampedArray(32 * 16 * 4),
    width: 32,
    height: 16,
    colorSpace: 'srgb',
  } as const
  const encode = (await import('@jsquash/png/encode.js')).default
  await (await import('@jsquash/png/encode.js')).init(
    await WebAssembly.compile(new Uint8Array(await readAsset('pngDecoder'))),
  )
  return Buffer.from(await encode(clear as ImageData))
}

const be16 = (value: number) => Buffer.from([value >> 8, value & 0xff])

const le = (size: number, value: number) => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), be16(body.length + 2), body])

const scan = Buffer.concat([segment(0xda, Buffer.from('010100000000', 'hex')), Buffer.from('7f', 'hex')])

/** The JPEG with its last scan written so many times more. */
export const withScans = (jpeg: Buffer, more: number): Buffer => {
  const last = jpeg.lastIndexOf(Buffer.from('ffda', 'hex'))
  const end = jpeg.lastIndexOf(Buffer.from('ffd9', 'hex'))
  const again = Array.from({ length: more }, () => jpeg.subarray(last, end))
  return Buffer.concat([jpeg.subarray(0, end), ...again, jpeg.subarray(end)])
}

const entry = (tag: number, type: number, count: number, value: Buffer) =>
  Buffer.concat([be16(tag), be16(type), be32(count), value, Buffer.alloc(4 - value.length)])

/** A directory of TIFF, big-endian: its entries, and no next one. */
const directory = (...entries: Buffer[]) => Buffer.concat([be16(entries.length), ...entries, be32(0)])

const degrees = (...parts: number[]) => Buffer.concat(parts.flatMap((part) => [be32(part), be32(1)]))

/** EXIF as a camera writes it: taken sideways (6), by what, and where. */
const exif = (): Buffer => {
  const make = Buffer.from('Kodak secret-camera\0')
  const first = 8
  const data = first + 2 + 3 * 12 + 4
  const gps = data + make.length
  const places = gps + 2 + 4 * 12 + 4
  return Buffer.concat([
    Buffer.from('Exif\0\0MM\0*'),
    be32(first),
    directory(
      entry(0x010f, 2, make.length, be32(data)),
      entry(0x0112, 3, 1, be16(6)),
      entry(0x8825, 4, 1, be32(gps)),
    ),
    make,
    directory(
      entry(1, 2, 2, Buffer.from('N\0')),
      entry(2, 5, 3, be32(places)),
      entry(3, 2, 2, Buffer.from('E\0')),
      entry(4, 5, 3, be32(places + 24)),
    ),
    degrees(20, 15, 3),
    degrees(105, 58, 30),
  ])
}

/** The JPEG with everything that tells more than it shows: EXIF with a place, XMP, a profile, a comment. */
export const withPlace = (jpeg: Buffer): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, exif()),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret-author GPS</x:xmpmeta>')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01secret-profile')),
    segment(0xfe, Buffer.from('secret-comment')),
    jpeg.subarray(2),
  ])
