// What bulletins announce: who wrote, who approved, what went out and what was taken down.
import type { Bulletin } from './schema.ts'

const announce =
  <N extends `bulletin.${string}`>(
    name: N,
    facts: (bulletin: Bulletin) => Record<string, unknown> = () => ({}),
  ) =>
  (bulletin: Bulletin) => ({
    name,
    scope: bulletin.conferenceId,
    subject: bulletin.conferenceId,
    data: { slug: bulletin.slug, version: bulletin.version, ...facts(bulletin) },
  })

const content = ({ lead, figureIds, commendationIds, photos }: Bulletin) => ({
  lead,
  figureIds,
  commendationIds,
  photos,
})

export const bulletinDrafted = announce('bulletin.drafted')
export const bulletinEdited = announce('bulletin.edited', content)
export const photoAdded = announce('bulletin.photo-added', ({ photos }) => ({ photo: photos.at(-1) }))
export const bulletinSubmitted = announce('bulletin.submitted', content)
export const bulletinApproved = announce('bulletin.approved', ({ submitted }) => ({
  submittedBy: submitted?.name,
}))
export const bulletinReturned = announce('bulletin.returned', ({ returned }) => ({ note: returned?.note }))
export const bulletinPublished = announce('bulletin.published', ({ shown }) => ({
  pictures: shown?.content.photos.map(({ large }) => large),
}))
export const bulletinFailed = announce('bulletin.publish-failed', ({ failed }) => ({
  picture: failed?.place,
  caption: failed?.caption,
  reason: failed?.reason,
}))
export const bulletinWithdrawn = announce('bulletin.withdrawn', ({ withdrawn }) => ({
  reason: withdrawn?.reason,
}))
export const bulletinTakenDown = announce('bulletin.taken-down')
