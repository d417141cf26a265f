// A picture for the public: decoded, turned the right way up, made small enough, and encoded anew from its pixels.
import { isPicture, lookIntoPicture } from '#functions/files/look-picture.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { decode, encodeJpeg, resize } from './codecs.ts'

const largest = 1600
const smallest = 760

const fitted = async (pixels: ImageData, most: number): Promise<ImageData> => {
  const { width, height } = pixels
  const scale = most / Math.max(width, height)
  if (scale >= 1) return pixels
  return resize(pixels, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
}

/** Where there is nothing to see through to, paper is white: JPEG knows no transparency. */
const onWhite = ({ data }: ImageData): void => {
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at] ?? 255
    if (alpha === 255) continue
    for (let channel = at - 3; channel < at; channel++)
      data[channel] = Math.round(((data[channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255)
    data[at] = 255
  }
}

export type Encoded = { bytes: Buffer; digest: string }

const encoded = async (pixels: ImageData): Promise<Encoded> => {
  const bytes = await encodeJpeg(pixels)
  return { bytes, digest: sha256(bytes) }
}

/**
 * Nothing but pixels is carried over: no place, no camera, no text, no profile.
 * @throws Problem `file-damaged`, `picture-too-large`
 */
export const publicPicture = async (original: Buffer, type: string) => {
  if (!isPicture(type)) throw new Error(`${type} is no picture`)
  lookIntoPicture(original, type)
  const pixels = await fitted(await decode(original, type), largest)
  onWhite(pixels)
  const small = await fitted(pixels, smallest)
  return {
    large: await encoded(pixels),
    small: await encoded(small),
    width: small.width,
    height: small.height,
  }
}
