// Decoders and the one encoder, each a WebAssembly module set up at its first use.
import decodeJpegWith, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpegWith, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePngWith, { init as initPng } from '@jsquash/png/decode.js'
import resizeWith, { initResize } from '@jsquash/resize'
import decodeWebpWith, { init as initWebp } from '@jsquash/webp/decode.js'
import type { PictureType } from '#functions/files/look-picture.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Asset, readAsset } from './assets.ts'

/** What the codecs hand around: browsers have it, Node has not. */
class Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number

  constructor(data: Uint8ClampedArray, width: number, height = data.length / 4 / width) {
    this.data = data
    this.width = width
    this.height = height
  }
}
if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: Pixels })

const compiled = async (asset: Asset) => WebAssembly.compile(new Uint8Array(await readAsset(asset)))

/** Once a process; a failure is no answer to keep. */
const once = (setUp: () => Promise<unknown>) => {
  let done: Promise<unknown> | undefined
  const forget = () => {
    done = undefined
  }
  const set = () => {
    done ??= setUp().catch((error: unknown) => {
      forget()
      throw error
    })
    return done
  }
  return { set, forget }
}

const ready = {
  'image/jpeg': once(async () => initJpegDecoder(await compiled('jpegDecoder'))),
  'image/png': once(async () => initPng(await compiled('pngDecoder'))),
  'image/webp': once(async () => initWebp(await compiled('webpDecoder'))),
  encoder: once(async () => initJpegEncoder(await compiled('jpegEncoder'))),
  resizer: once(async () => initResize(await compiled('resizer'))),
}

const decoders = {
  'image/jpeg': (bytes: ArrayBuffer) => decodeJpegWith(bytes, { preserveOrientation: true }),
  'image/png': (bytes: ArrayBuffer) => decodePngWith(bytes),
  'image/webp': (bytes: ArrayBuffer) => decodeWebpWith(bytes),
}

/** Its pixels the way up that it is looked at. @throws Problem `file-damaged` */
export const decode = async (bytes: Buffer, type: PictureType): Promise<ImageData> => {
  await ready[type].set()
  try {
    return await decoders[type](new Uint8Array(bytes).buffer)
  } catch (error) {
    // What broke off within may have left its memory in disorder: the next picture gets a decoder set up anew.
    ready[type].forget()
    throw new Problem('file-damaged', { detail: String(error) })
  }
}

/** In the space its numbers are in: linear light would take sixteen bytes a pixel of the largest picture. */
export const resize = async (pixels: ImageData, width: number, height: number): Promise<ImageData> => {
  await ready.resizer.set()
  return resizeWith(pixels, { width, height, linearRGB: false, premultiply: false })
}

/** Pixels and nothing else: no place, no camera, no profile. */
export const encodeJpeg = async (pixels: ImageData): Promise<Buffer> => {
  await ready.encoder.set()
  return Buffer.from(await encodeJpegWith(pixels, { quality: 82 }))
}
