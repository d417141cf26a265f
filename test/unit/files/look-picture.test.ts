// What pictures would take to unpack is known before anything unpacks them: size, and how often they are gone over.
import { describe, expect, it } from 'vitest'
import { lookIntoPicture, type PictureType } from '#functions/files/look-picture.ts'
import { Problem } from '#functions/shared/problem.ts'
import { headerOnly, twoColours, withPlace, withScans } from '#test/support/pictures.ts'

const verdict = (bytes: Buffer, type: PictureType) => {
  try {
    const { width, height } = lookIntoPicture(bytes, type)
    return [width, height]
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.slug
  }
}

describe('a picture', () => {
  it('of a camera passes, whatever is written around it', async () => {
    const picture = await twoColours(60, 40)
    expect(verdict(picture, 'image/jpeg')).toEqual([60, 40])
    expect(verdict(withPlace(picture), 'image/jpeg')).toEqual([60, 40])
    // What phones append is none of its scans.
    const film = Buffer.from('ffda'.repeat(1_000), 'hex')
    expect(verdict(Buffer.concat([picture, film]), 'image/jpeg')).toEqual([60, 40])
  })

  it('is refused by its size before it is unpacked, in every format', () => {
    expect(verdict(headerOnly.jpeg(9_000, 9_000, 1), 'image/jpeg')).toBe('picture-too-large')
    expect(verdict(headerOnly.png(30_000, 10), 'image/png')).toBe('picture-too-large')
    expect(verdict(headerOnly.webp([9_000, 9_000], [9_000, 9_000]), 'image/webp')).toBe('picture-too-large')
    expect(verdict(headerOnly.webp([300, 200], [300, 200]), 'image/webp')).toEqual([300, 200])
    expect(verdict(headerOnly.webp([300, 200], [9_000, 9_000]), 'image/webp')).toBe('file-damaged')
  })

  it('is refused where scans without end go over it', async () => {
    expect(verdict(headerOnly.jpeg(5_000, 5_000, 10), 'image/jpeg')).toEqual([5_000, 5_000])
    expect(verdict(headerOnly.jpeg(5_000, 5_000, 5_000), 'image/jpeg')).toBe('file-unsafe')
    expect(verdict(withScans(await twoColours(60, 40), 1_000), 'image/jpeg')).toBe('file-unsafe')
    expect(
      verdict(headerOnly.hidden(5_000, 5_000, 5_000), 'image/jpeg'),
      'behind a marker without length',
    ).toBe('file-unsafe')
  })
})
