// The pictures of a bulletin as the public will see them, made one after the other; or which one cannot be shown.
import { readFile } from '#functions/files/exports.ts'
import type { JobContext } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Encoded, publicPicture } from './picture.ts'
import type { PublicPhoto } from './public.schema.ts'
import type { Bulletin, FixedPhoto, Photo } from './schema.ts'

export type Made = { shown: PublicPhoto; files: Encoded[] }

/** Tried again it would be refused again. `place` counts from 1. */
export type Unshown = { place: number; caption: string; problem: Problem }

const makePhoto = async (
  bytes: Buffer,
  { digest: _, ...said }: FixedPhoto,
  type: Photo['type'],
): Promise<Made | Problem> => {
  try {
    const { large, small, width, height } = await publicPicture(bytes, type)
    return {
      shown: { large: large.digest, small: small.digest, width, height, ...said },
      files: [large, small],
    }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** One after the other: pixels of a picture take a hundred times its bytes. */
export const makePhotos = async (
  { fixed, photos }: Bulletin,
  context: JobContext,
): Promise<Made[] | Unshown> => {
  const done: Made[] = []
  for (const [at, one] of (fixed?.photos ?? []).entries()) {
    const type = photos.find(({ digest }) => digest === one.digest)?.type
    if (!type) continue
    const made = await makePhoto(await readFile(one.digest), one, type)
    if (made instanceof Problem) return { place: at + 1, caption: one.caption, problem: made }
    done.push(made)
    await context.progress(at + 1, fixed?.photos.length)
  }
  return done
}
