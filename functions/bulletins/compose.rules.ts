// The public facts of a conference, picked one by one: nothing is public because it happens to be there. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { meetingName } from '#functions/conferences/title.rules.ts'
import { wordsOf } from '#functions/outcomes/rules.ts'
import type { Outcome } from '#functions/outcomes/schema.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { compareVietnamese, fold } from '#functions/shared/text.ts'
import { civilDay } from '#functions/shared/time.ts'
import { type PublicBulletin, PublicFacts } from './public.schema.ts'
import type { Bulletin, FixedPhoto } from './schema.ts'

const slugWords = 8
const slugLength = 90

/** @param mark tells two conferences of one day and title apart, and says nothing of either */
export const slugOf = ({ title, startsAt }: Pick<Conference, 'title' | 'startsAt'>, mark: string): string => {
  const words = fold(title.join(' ')).match(/[a-z0-9]+/g) ?? []
  const named = [civilDay(startsAt), ...words.slice(0, slugWords)].join('-').slice(0, slugLength)
  return `${named.replace(/-$/, '')}-${mark}`
}

type Choice = { id: string; text: string }

/** What of these may be shown: an entry taken back is not. */
export const choicesOf = (outcomes: readonly Outcome[]): Choice[] =>
  outcomes.flatMap((outcome) => (outcome.withdrawn ? [] : [{ id: outcome.id, text: wordsOf(outcome) }]))

/** @throws Problem `outcome-unknown` naming the line */
export const expectChosen = (ids: readonly string[], choices: readonly Choice[], field: string): void => {
  const known = new Set(choices.map(({ id }) => id))
  for (const [at, id] of ids.entries())
    if (!known.has(id)) throw wrongField('outcome-unknown', `/${field}/${at}`, id)
}

const textsOf = (ids: readonly string[], choices: readonly Choice[]): string[] =>
  choices.flatMap(({ id, text }) => (ids.includes(id) ? [text] : []))

/** A point, as far as it is counted. */
type Where = {
  kind?: string | undefined
  province?: { name: string } | undefined
  withdrawnAt?: string | undefined
}

/** As minutes count: the centre is joined with so many points. */
const pointsOf = (places: readonly Where[]): PublicFacts['points'] => {
  const counts = new Map<string, number>()
  const all = places.filter(({ withdrawnAt }) => withdrawnAt === undefined)
  const standing = all.filter(({ kind }) => kind !== 'central')
  for (const { province } of standing)
    if (province) counts.set(province.name, (counts.get(province.name) ?? 0) + 1)
  const provinces = [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => compareVietnamese(a.name, b.name))
  const ministry = standing.filter(({ province }) => !province).length
  const centre = standing.length < all.length ? { centre: true as const } : {}
  return { total: standing.length, ...centre, provinces, ministry }
}

export type Sources = {
  conference: Conference
  places: readonly Where[]
  figures: readonly Choice[]
  commendations: readonly Choice[]
}

/** What the public would be told now, without pictures. */
export const publicFacts = (bulletin: Bulletin, sources: Sources): PublicFacts => {
  const { conference, places, figures, commendations } = sources
  const { title, startsAt, startedAt, closedAt, form, chairs } = conference
  return PublicFacts.parse({
    slug: bulletin.slug,
    title: meetingName(title),
    startsAt: startedAt ?? startsAt,
    ...(closedAt ? { endsAt: closedAt } : {}),
    form,
    chairs: chairs.map(({ display }) => display),
    points: pointsOf(places),
    ...(bulletin.lead ? { lead: bulletin.lead } : {}),
    figures: textsOf(bulletin.figureIds, figures),
    awards: textsOf(bulletin.commendationIds, commendations),
  })
}

/** As it would look: pictures stand by their uploads, for they are only made when it is published. */
export const previewOf = (facts: PublicFacts, photos: readonly FixedPhoto[]): PublicBulletin => ({
  ...facts,
  photos: photos.map(({ digest, ...said }) => ({ large: digest, small: digest, ...said })),
})
