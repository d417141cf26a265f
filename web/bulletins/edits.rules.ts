// What somebody has typed into a bulletin and not saved, laid over what stands by now: neither loses the other. Pure.
import type { BulletinInput } from '#functions/bulletins/schema.ts'

/** What was typed, and over what: that tells afterwards what others changed. */
export type Edits = { base: BulletinInput; typed: BulletinInput }

type Photo = BulletinInput['photos'][number]

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Typed, unless nothing was typed there: then as it stands. */
const later = <T>(base: T, typed: T, standing: T): T => (isSame(base, typed) ? standing : typed)

const isOvertaken = (base: unknown, typed: unknown, standing: unknown): boolean =>
  !isSame(base, typed) && !isSame(base, standing) && !isSame(typed, standing)

const said = ({ id, caption, pointId }: Photo): Photo => ({ id, caption, ...(pointId ? { pointId } : {}) })

const byId = (photos: readonly Photo[]) => new Map(photos.map((photo) => [photo.id, photo]))

/** In the order typed, words and all; those added meanwhile come behind, those removed meanwhile are gone. */
const photosOver = (base: readonly Photo[], typed: readonly Photo[], standing: readonly Photo[]): Photo[] => {
  const [before, now] = [byId(base), byId(standing)]
  const order = isSame(
    base.map(({ id }) => id),
    typed.map(({ id }) => id),
  )
    ? standing.map((photo) => byId(typed).get(photo.id) ?? photo)
    : typed
  const kept = order.flatMap((photo) => {
    const there = now.get(photo.id)
    return there ? [said(later(before.get(photo.id) ?? photo, photo, there))] : []
  })
  const added = standing.filter(({ id }) => !before.has(id) && !kept.some((one) => one.id === id))
  return [...kept, ...added.map(said)]
}

/** Words of the desk, and what it chose: each as it stands by itself. */
const fields = ['lead', 'figureIds', 'commendationIds'] as const

const isWordOvertaken = ({ base, typed }: Edits, standing: BulletinInput): boolean => {
  const [before, words] = [byId(base.photos), byId(typed.photos)]
  return standing.photos.some((now) => {
    const [one, other] = [before.get(now.id), words.get(now.id)]
    return one !== undefined && other !== undefined && isOvertaken(said(one), said(other), said(now))
  })
}

/** Whether somebody else has saved other words in the place of some that were typed over. */
export const isLate = (edits: Edits, standing: BulletinInput): boolean =>
  fields.some((field) => isOvertaken(edits.base[field], edits.typed[field], standing[field])) ||
  isWordOvertaken(edits, standing)

/** What the form shows, and what saving would record. */
export const withEdits = (standing: BulletinInput, edits: Edits | undefined): BulletinInput => {
  if (!edits) return standing
  const { base, typed } = edits
  const lead = later(base.lead, typed.lead, standing.lead)
  return {
    ...(lead ? { lead } : {}),
    figureIds: later(base.figureIds, typed.figureIds, standing.figureIds),
    commendationIds: later(base.commendationIds, typed.commendationIds, standing.commendationIds),
    photos: photosOver(base.photos, typed.photos, standing.photos),
  }
}

/** @returns undefined where what is typed is what stands */
export const typedOver = (
  standing: BulletinInput,
  edits: Edits | undefined,
  typed: BulletinInput,
): Edits | undefined => {
  if (isSame(standing, typed)) return undefined
  if (!edits) return { base: standing, typed }
  const seen = byId(edits.base.photos)
  const photos = [...edits.base.photos, ...standing.photos.filter(({ id }) => !seen.has(id))]
  return { base: { ...edits.base, photos }, typed }
}
