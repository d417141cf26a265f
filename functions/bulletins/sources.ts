// Everything a bulletin is composed from, read once.
import { loadPlaces, loadPoints } from '#functions/bridge-points/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadOutcomes } from '#functions/outcomes/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { choicesOf, previewOf, publicFacts, type Sources } from './compose.rules.ts'
import type { Act, Bulletin, BulletinView, FixedPhoto } from './schema.ts'

export const actBy = ({ sub, personId, name }: Actor): Act => ({
  sub,
  ...(personId ? { personId } : {}),
  name,
  at: now().toISOString(),
})

export const loadChoices = async (conferenceId: string) => {
  const [figures, commendations] = await Promise.all([
    loadOutcomes(conferenceId, 'figure'),
    loadOutcomes(conferenceId, 'commendation'),
  ])
  return { figures: choicesOf(figures), commendations: choicesOf(commendations) }
}

export const loadSources = async (conference: Conference): Promise<Sources> => {
  const [places, choices] = await Promise.all([loadPlaces(conference.id), loadChoices(conference.id)])
  return { conference, places, ...choices }
}

/** @throws Problem `point-unknown` naming the line */
export const expectPoints = async (
  conferenceId: string,
  named: readonly { pointId?: string | undefined }[],
  pointer: (at: number) => string,
): Promise<void> => {
  const points = await loadPoints(
    conferenceId,
    named.flatMap(({ pointId }) => pointId ?? []),
  )
  const at = named.findIndex(({ pointId }) => pointId && !points.some(({ id }) => id === pointId))
  if (at >= 0) throw wrongField('point-unknown', pointer(at), named[at]?.pointId ?? '')
}

/** Pictures with the names of their points on the day of the conference. */
const fixedPhotos = async ({ conferenceId, photos }: Bulletin): Promise<FixedPhoto[]> => {
  const points = await loadPoints(
    conferenceId,
    photos.flatMap(({ pointId }) => pointId ?? []),
  )
  return photos.map(({ digest, caption, pointId }) => {
    const point = points.find(({ id }) => id === pointId)?.name
    return { digest, caption, ...(point ? { point } : {}) }
  })
}

/** What a submission of this moment would fix. */
export const fixedNow = async (bulletin: Bulletin, sources: Sources) => ({
  facts: publicFacts(bulletin, sources),
  photos: await fixedPhotos(bulletin),
})

/** Where everybody reads it. */
const addressOf = ({ slug }: Bulletin): string => `${required('PUBLIC_URL')}/ban-tin/${slug}/`

export const viewOf = async (bulletin: Bulletin, conference: Conference): Promise<BulletinView> => {
  const sources = await loadSources(conference)
  const { fixed, shown, ...kept } = bulletin
  const { facts, photos } = fixed ?? (await fixedNow(bulletin, sources))
  return {
    ...kept,
    figures: [...sources.figures],
    commendations: [...sources.commendations],
    preview: previewOf(facts, photos),
    ...(shown ? { address: addressOf(bulletin), shownSince: shown.at } : {}),
  }
}
