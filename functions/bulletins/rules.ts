// What becomes of a bulletin, and who may let it out. Pure.
import canonicalize from 'canonicalize'
import type { Conference } from '#functions/conferences/schema.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import type { PublicFacts } from './public.schema.ts'
import type { Act, Bulletin, BulletinInput, BulletinState, FixedPhoto, Photo } from './schema.ts'
import { mostPhotos } from './schema.ts'

/** Nobody outside hears of a conference that is not over, or that is the house's own. @throws Problem `bulletin-internal`, `conference-state` */
export const expectPublic = ({ classification, state }: Conference): void => {
  if (classification !== 'public') throw new Problem('bulletin-internal')
  if (state !== 'closed') throw new Problem('conference-state', { detail: state })
}

/** @throws Problem `bulletin-state` */
const expectState = ({ state }: Bulletin, ...states: BulletinState[]): void => {
  if (!states.includes(state)) throw new Problem('bulletin-state', { detail: state })
}

export const newBulletin = (conferenceId: string, slug: string, drafted: Act): Bulletin => ({
  conferenceId,
  slug,
  state: 'draft',
  figureIds: [],
  commendationIds: [],
  photos: [],
  drafted,
  version: 1,
})

/** Withdrawn, and its page still stands: nothing else may become of it before that is gone. */
const isLeaving = ({ state, shown }: Bulletin): boolean => state === 'withdrawn' && shown !== undefined

/** A draft again: whoever submitted or approved did so to other words. */
const reworked = (bulletin: Bulletin, change: Partial<Bulletin>): Bulletin => {
  expectState(bulletin, 'draft', 'submitted', 'published', 'withdrawn')
  if (isLeaving(bulletin)) throw new Problem('bulletin-state', { detail: bulletin.state })
  const { submitted: _, approved: __, fixed: ___, withdrawn: ____, ...kept } = bulletin
  return { ...kept, ...change, state: 'draft', version: bulletin.version + 1 }
}

/** @throws Problem `photo-unknown` naming the line */
const reordered = (photos: readonly Photo[], wanted: BulletinInput['photos']): Photo[] =>
  wanted.map(({ id, caption, pointId }, at) => {
    const photo = photos.find((one) => one.id === id)
    if (!photo || wanted.findIndex((one) => one.id === id) < at)
      throw wrongField('photo-unknown', `/photos/${at}/id`, id)
    const { digest, type } = photo
    return { id, digest, type, caption, ...(pointId ? { pointId } : {}) }
  })

/** @throws Problem `bulletin-state`, `photo-unknown` */
export const edited = (bulletin: Bulletin, input: BulletinInput): Bulletin => {
  const { lead: _, ...rest } = bulletin
  const { lead, figureIds, commendationIds, photos } = input
  return reworked(rest, {
    ...(lead === undefined ? {} : { lead }),
    figureIds: [...new Set(figureIds)],
    commendationIds: [...new Set(commendationIds)],
    photos: reordered(bulletin.photos, photos),
  })
}

/** @throws Problem `bulletin-state`, `photos-full` */
export const withPhoto = (bulletin: Bulletin, photo: Photo): Bulletin => {
  if (bulletin.photos.length >= mostPhotos) throw new Problem('photos-full', { detail: String(mostPhotos) })
  return reworked(bulletin, { photos: [...bulletin.photos, photo] })
}

type Fixed = { facts: PublicFacts; photos: FixedPhoto[] }

/** @throws Problem `bulletin-state` */
export const submittedBy = (bulletin: Bulletin, submitted: Act, fixed: Fixed): Bulletin => {
  expectState(bulletin, 'draft')
  const { returned: _, failed: __, ...kept } = bulletin
  return { ...kept, state: 'submitted', submitted, fixed, version: bulletin.version + 1 }
}

const isSame = (one: Act, other: Act): boolean =>
  one.sub === other.sub || (one.personId !== undefined && one.personId === other.personId)

/**
 * @param now what would be submitted at this moment
 * @throws Problem `bulletin-state`, `bulletin-own-approval`, `bulletin-behind` when the facts have changed since
 */
export const approvedBy = (bulletin: Bulletin, approved: Act, now: Fixed): Bulletin => {
  expectState(bulletin, 'submitted')
  const { submitted, fixed } = bulletin
  if (submitted && isSame(submitted, approved)) throw new Problem('bulletin-own-approval')
  if (canonicalize(fixed) !== canonicalize(now)) throw new Problem('bulletin-behind')
  return { ...bulletin, state: 'approved', approved, version: bulletin.version + 1 }
}

/**
 * A draft again, with what is to be done to it. Whoever submitted it may take it back so, as an edit would: only letting
 * it out is another's. @throws Problem `bulletin-state`
 */
export const returnedBy = (bulletin: Bulletin, returned: NonNullable<Bulletin['returned']>): Bulletin => {
  expectState(bulletin, 'submitted')
  return reworked(bulletin, { returned })
}

/**
 * What is public, or is about to be, is taken back; once more where taking the page down had failed.
 * @throws Problem `bulletin-state`
 */
export const withdrawnBy = (bulletin: Bulletin, withdrawn: Act & { reason: string }): Bulletin => {
  if (!bulletin.shown) expectState(bulletin, 'approved', 'published')
  const { submitted: _, approved: __, fixed: ___, failed: ____, ...kept } = bulletin
  return { ...kept, state: 'withdrawn', withdrawn, version: bulletin.version + 1 }
}

/** Its page is out. */
export const published = (bulletin: Bulletin, shown: NonNullable<Bulletin['shown']>): Bulletin => ({
  ...bulletin,
  state: 'published',
  shown,
  version: bulletin.version + 1,
})

/** A draft again, for one of its pictures cannot be shown to anybody; what was public before stays so. */
export const failedOn = (bulletin: Bulletin, failed: NonNullable<Bulletin['failed']>): Bulletin => {
  expectState(bulletin, 'approved')
  const { submitted: _, approved: __, fixed: ___, ...kept } = bulletin
  return { ...kept, failed, state: 'draft', version: bulletin.version + 1 }
}

/** Its page is gone. */
export const takenDown = ({ shown: _, ...bulletin }: Bulletin): Bulletin => ({
  ...bulletin,
  version: bulletin.version + 1,
})
