// What the public is told, and nothing else: the one shape pages are built from. A key that is not named here is refused.
import * as z from 'zod'

const text = (most: number) => z.string().min(1).max(most)
const Count = z.number().int().min(0)
const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Part of the page's address: a civil day, words of the title, and what tells two of one name apart. */
export const Slug = z.string().regex(/^\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/)

/** A picture as published, by the digests of its two sizes. Before publishing its measures are not known. */
export const PublicPhoto = z.strictObject({
  large: Digest,
  small: Digest,
  width: Count.optional(),
  height: Count.optional(),
  caption: text(300),
  point: text(500).optional(),
})
export type PublicPhoto = z.infer<typeof PublicPhoto>

const facts = {
  slug: Slug,
  title: text(1100),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().optional(),
  form: z.enum(['online', 'hybrid', 'in-person']),
  /** With rank and title, as on the day. */
  chairs: z.array(text(1000)).max(5),
  points: z.strictObject({
    /** Without the centre, where that is told by itself. */
    total: Count,
    centre: z.literal(true).optional(),
    /** How many each province had; those of none are the ministry's own. */
    provinces: z.array(z.strictObject({ name: text(300), count: Count })).max(100),
    ministry: Count,
  }),
  lead: text(2000).optional(),
  figures: z.array(text(2000)).max(100),
  awards: z.array(text(200_000)).max(100),
}

export const PublicBulletin = z.strictObject({ ...facts, photos: z.array(PublicPhoto).max(24) })
export type PublicBulletin = z.infer<typeof PublicBulletin>

/** The facts without pictures: what a submission fixes. */
export const PublicFacts = z.strictObject(facts)
export type PublicFacts = z.infer<typeof PublicFacts>

/** A line of the list of bulletins. */
export const PublicEntry = z.strictObject({ slug: Slug, title: facts.title, startsAt: facts.startsAt })
export type PublicEntry = z.infer<typeof PublicEntry>

/** How often a bulletin was opened, as `counts.json` tells it. */
export const PublicCounts = z.strictObject({
  total: Count,
  today: Count,
  online: Count,
  at: z.iso.datetime(),
})
export type PublicCounts = z.infer<typeof PublicCounts>
