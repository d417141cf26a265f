// A bulletin as the desk works at it: what it chooses, its pictures, who submitted and who approved. Shapes.
import * as z from 'zod'
import { PointId } from '#functions/bridge-points/stored.schema.ts'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { Sha256, UploadId } from '#functions/files/schema.ts'
import { idOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { PublicBulletin, PublicFacts, Slug } from './public.schema.ts'

export const BulletinPath = z.object({ id: ConferenceId })

const PhotoId = idOf('pho')
export const PhotoPath = z.object({ id: ConferenceId, photo: PhotoId })

/** More are an album, not a bulletin. */
export const mostPhotos = 24

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

/** 15 MB: what a good camera makes. */
export const mostPhotoBytes = 15 * 1024 * 1024

const said = { caption: line(300), pointId: PointId.optional() }

export const PhotoInput = z.strictObject({ upload: UploadId, ...said })
export type PhotoInput = z.infer<typeof PhotoInput>

const Ids = z.array(z.string().max(40)).max(100).default([])

/** Pictures in their order; one left out is removed. */
export const BulletinInput = z.strictObject({
  lead: paragraphs(2000).optional(),
  figureIds: Ids,
  commendationIds: Ids,
  photos: z
    .array(z.strictObject({ id: PhotoId, ...said }))
    .max(mostPhotos)
    .default([]),
})
export type BulletinInput = z.infer<typeof BulletinInput>

export const Withdrawal = z.strictObject({ reason: line(500) })

/** What is to be done before it is submitted again. */
export const ReturnNote = z.strictObject({ note: paragraphs(1000) })

/** draft → submitted → approved → published; returned, or with a picture that cannot be published, it is a draft again; withdrawn takes the page down. An edit makes a draft of it again. */
export const BulletinState = z.enum(['draft', 'submitted', 'approved', 'published', 'withdrawn'])
export type BulletinState = z.infer<typeof BulletinState>

const Act = z.object({
  sub: z.string(),
  personId: z.string().optional(),
  name: z.string(),
  at: z.string(),
})
export type Act = z.infer<typeof Act>

/** `digest` is that of the upload: what is published are other bytes. */
export const Photo = z.object({
  id: PhotoId,
  digest: Sha256,
  type: z.enum(photoTypes),
  caption: z.string(),
  pointId: z.string().optional(),
})
export type Photo = z.infer<typeof Photo>

/** A picture as submitted: where its bytes are, and the words that go with it. */
const FixedPhoto = z.object({ digest: Sha256, caption: z.string(), point: z.string().optional() })
export type FixedPhoto = z.infer<typeof FixedPhoto>

export const Bulletin = z.object({
  conferenceId: ConferenceId,
  slug: Slug,
  state: BulletinState,
  lead: z.string().optional(),
  figureIds: z.array(z.string()),
  commendationIds: z.array(z.string()),
  photos: z.array(Photo),
  drafted: Act,
  submitted: Act.optional(),
  approved: Act.optional(),
  /** By whom, and what is to be done: until it is submitted again. */
  returned: Act.extend({ note: z.string() }).optional(),
  withdrawn: Act.extend({ reason: z.string() }).optional(),
  /** The picture, by its place from 1, that could not be published and why: until it is submitted again. */
  failed: z.object({ at: z.string(), place: z.number(), caption: z.string(), reason: z.string() }).optional(),
  /** What was submitted, word for word: that is approved, and that is published. */
  fixed: z.object({ facts: PublicFacts, photos: z.array(FixedPhoto) }).optional(),
  /** What the public page shows now. */
  shown: z.object({ at: z.string(), content: PublicBulletin }).optional(),
  version: z.number(),
})
export type Bulletin = z.infer<typeof Bulletin>

const Choice = z.object({ id: z.string(), text: z.string() })

export const BulletinView = Bulletin.omit({ fixed: true, shown: true }).extend({
  /** What may be chosen from. */
  figures: z.array(Choice),
  commendations: z.array(Choice),
  /** What would be published: while it waits for approval or after it, what was submitted. Pictures stand by the digests of their uploads. */
  preview: PublicBulletin,
  /** The public page, while there is one. */
  address: z.string().optional(),
  shownSince: z.string().optional(),
})
export type BulletinView = z.infer<typeof BulletinView>

/** What the job is given. */
export const PublishOrder = z.strictObject({ conferenceId: ConferenceId })
