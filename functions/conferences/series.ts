// A series of conferences: drafted at once, read, and edited from one of them on.
import { createHash } from 'node:crypto'
import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { expectUnused } from '#functions/shared/idempotency.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Operation, putNew } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import type { ConferenceInput } from './acts.schema.ts'
import { copyOf, followedBy, startsOf } from './copy.rules.ts'
import { editConference } from './edit-conference.ts'
import { conferenceItem, loadConference, loadConferences } from './entity.ts'
import { conferenceDrafted } from './events.ts'
import { lineOf, placeOf } from './list.rules.ts'
import { namedIn } from './named-persons.ts'
import { seriesDrafted } from './plan.events.ts'
import type { Series, SeriesInput, ShownSeries } from './plan.schema.ts'
import { loadSeries, seriesItem } from './plan-entity.ts'
import { newConference } from './rules.ts'
import type { Conference } from './schema.ts'

/** A conference with the largest agenda has some 300 KB, and a transaction 4 MB. */
const perTransaction = 8

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ids that follow from the request: a series cut short is completed by its repeat, and none is drafted twice. */
const idsFrom = (seed: string) => (place: number) =>
  [...createHash('sha256').update(`${seed}#${place}`).digest().subarray(0, 26)]
    .map((byte) => digits[byte % 32])
    .join('')

const draftsOf = async (input: SeriesInput, seriesId: string, id: (place: number) => string) => {
  const { first } = input
  const named = await namedIn(first)
  const model = newConference(`cnf_${id(0)}`, first, named)
  const drafts: Conference[] = []
  for (const [place, startsAt] of startsOf(input).entries()) {
    await expectUnit(first.hostUnitId, civilDay(startsAt), '/first/hostUnitId')
    const copy = place === 0 && startsAt === first.startsAt ? first : copyOf(model, startsAt)
    const draft = newConference(`cnf_${id(place)}`, copy, await namedIn(copy))
    drafts.push({ ...draft, seriesId })
  }
  return drafts
}

/** In parts, those there already left out; the series and the idempotency key go with the last. */
const writeDrafts = async (actor: Actor, series: Series, drafts: readonly Conference[]): Promise<void> => {
  const there = new Set((await loadConferences(series.conferenceIds)).map(({ id }) => id))
  const missing = drafts.filter(({ id }) => !there.has(id))
  const operations = (part: readonly Conference[]): Operation[] =>
    part.flatMap((one) => [
      putNew(conferenceItem(one)),
      emit(actor, conferenceDrafted(one, { seriesId: series.id })),
    ])
  let start = 0
  for (; missing.length - start > perTransaction; start += perTransaction)
    await write(withoutClaim(actor), series.id, ...operations(missing.slice(start, start + perTransaction)))
  const last = operations(missing.slice(start))
  await write(actor, series.id, ...last, putNew(seriesItem(series)), emit(actor, seriesDrafted(series)))
}

/** @throws Problem `not-allowed`, `unit-unknown`, `person-unknown`, `secret-grade-refused` */
export const draftSeries = async (actor: Actor, input: SeriesInput): Promise<Series> => {
  const { hostUnitId } = input.first
  allow(actor, 'conference:draft', { host: hostUnitId })
  await expectUnused(actor)
  const id = idsFrom(actor.claim?.pk ?? newUlid())
  const seriesId = `ser_${id(-1)}`
  const drafts = await draftsOf(input, seriesId, id)
  const conferenceIds = drafts.map((draft) => draft.id)
  const series = { id: seriesId, hostUnitId, every: input.every, conferenceIds, version: 1 }
  await writeDrafts(actor, series, drafts)
  return series
}

/** @throws Problem `not-found`, `not-allowed` */
export const readSeries = async (actor: Actor, id: string): Promise<ShownSeries> => {
  const series = await loadSeries(id)
  allow(actor, 'series:read', { host: series.hostUnitId })
  const conferences = await loadConferences(series.conferenceIds)
  const items = conferences.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)).map(lineOf)
  return { ...series, items }
}

const editable = ['draft', 'scheduled']

/** Later ones of the series that are yet to open and have not followed this very edit already. */
const followersOf = async (series: Series, before: Conference, edit: string): Promise<Conference[]> => {
  const conferences = await loadConferences(series.conferenceIds)
  const later = conferences.filter(
    (one) => placeOf(one) > placeOf(before) && editable.includes(one.state) && one.followed !== edit,
  )
  return Promise.all(later.map(({ id }) => loadConference(id)))
}

/**
 * Edits one conference of a series and all later ones that are yet to open. The one that was read goes last: an edit
 * cut short is taken up again by its repeat, and those that have followed it do not follow twice.
 * @param version the version the editor read of that one, from `If-Match`
 * @throws Problem `not-found` where it belongs to no series, and as `editConference`
 */
export const editFollowing = async (
  actor: Actor,
  id: string,
  version: number,
  input: ConferenceInput,
): Promise<ShownSeries> => {
  const before = await loadConference(id)
  allow(actor, 'conference:edit', { conference: id, host: before.hostUnitId })
  if (!before.seriesId) throw new Problem('not-found')
  if (before.version !== version) throw new Problem('stale-version')
  const edit = `${id}@${version}`
  const series = await loadSeries(before.seriesId)
  const followers = await followersOf(series, before, edit)
  // Whoever may not edit one of them, or see the whole, changes none.
  allow(actor, 'series:read', { host: series.hostUnitId })
  for (const one of followers) allow(actor, 'conference:edit', { conference: one.id, host: one.hostUnitId })
  for (const later of followers)
    await editConference(actor, later.id, later.version, followedBy(input, before, later), edit)
  await editConference(actor, id, version, input)
  return readSeries(actor, series.id)
}
