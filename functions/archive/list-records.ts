// Find sealed records: by any name a unit has borne, by unit, by date; newest first, merged across units.
import { loadAllUnits } from '#functions/directory/entity.ts'
import { unitsNamed } from '#functions/directory/find-units.rules.ts'
import { may, unitsHeld } from '#functions/grants/rules.ts'
import { loadMinutesOf } from '#functions/minutes/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { loadRecords, loadUnitItems, placeOf, recordsByDate, recordsOfUnit, type Window } from './entity.ts'
import type { ArchiveQuery, RecordHead } from './schema.ts'

/** The units asked for; undefined for all. */
const wantedUnits = async ({ q, unit }: ArchiveQuery): Promise<string[] | undefined> => {
  if (q === undefined) return unit === undefined ? undefined : [unit]
  const named = unitsNamed(await loadAllUnits(), q).map(({ id }) => id)
  return unit === undefined ? named : named.filter((id) => id === unit)
}

/** Records of a unit that pass, read on until enough are found. */
const collect = async (unitId: string, window: Window, passes: (head: RecordHead) => boolean) => {
  const found: RecordHead[] = []
  for (let to = window.to; found.length < window.limit; ) {
    const heads = await recordsOfUnit(unitId, { ...window, to })
    found.push(...heads.filter(passes))
    const last = heads.at(-1)
    if (!last || heads.length < window.limit) break
    to = placeOf(last)
  }
  return found
}

const everyRecord = async (units: string[] | undefined, window: Window): Promise<RecordHead[]> =>
  units ? (await Promise.all(units.map((unit) => recordsOfUnit(unit, window)))).flat() : recordsByDate(window)

type Standing = { operator: string[]; secretariat: string[]; conferences: string[] }

/** What ties an actor to records: units whose points they run, houses they write for, conferences they led or wrote. */
const standingOf = (actor: Actor): Standing => {
  const at = now().toISOString()
  const scopes = new Set(
    actor.grants.map(({ scope }) => scope).filter((scope) => scope.startsWith('conference:')),
  )
  const conferences = [...scopes].map((scope) => scope.slice('conference:'.length))
  return {
    operator: unitsHeld(actor.grants, 'operator', at),
    secretariat: unitsHeld(actor.grants, 'secretariat', at),
    conferences: conferences.filter((conference) => may(actor.grants, 'archive:read', { conference }, at)),
  }
}

/** Records of conferences the actor led or wrote, among those of the units asked for. */
const ofConferences = async (conferences: string[], units: string[] | undefined, window: Window) => {
  const minutes = await loadMinutesOf(conferences)
  const heads = await loadRecords(
    minutes.flatMap(({ seal, earlier }) =>
      [...earlier, ...(seal ? [seal] : [])].map(({ recordId }) => recordId),
    ),
  )
  const inWindow = heads.filter((head) => placeOf(head) >= window.from && placeOf(head) < window.to)
  if (!units) return inWindow
  const has = await Promise.all(inWindow.map(async (head) => (await loadUnitItems(head, units)).length > 0))
  return inWindow.filter((_, at) => has[at])
}

/** Records these houses host, among those of the units asked for. */
const hostedBy = async (houses: string[], units: string[] | undefined, window: Window) => {
  if (houses.length === 0) return []
  const hosted = ({ hostUnitId }: RecordHead) => houses.includes(hostUnitId)
  return (await Promise.all((units ?? houses).map((unit) => collect(unit, window, hosted)))).flat()
}

/** Records the actor is tied to. @throws Problem `not-allowed` for whoever is tied to none by any role */
const ownRecords = async (actor: Actor, units: string[] | undefined, window: Window) => {
  const { operator, secretariat, conferences } = standingOf(actor)
  if (operator.length + secretariat.length + conferences.length === 0) throw new Problem('not-allowed')
  const wanted = (ids: string[]) => ids.filter((id) => !units || units.includes(id))
  const found = await Promise.all([
    ...wanted(operator).map((unit) => recordsOfUnit(unit, window)),
    hostedBy(secretariat, units, window),
    ofConferences(conferences, units, window),
  ])
  return found.flat()
}

/**
 * A page of the records the actor may read.
 * @param before the place of the last record already seen
 */
export const listRecords = async (actor: Actor, query: ArchiveQuery, before: string | undefined) => {
  const units = await wantedUnits(query)
  const window = { from: query.from ?? '0', to: before ?? query.to ?? '2200', limit: query.limit + 1 }
  const all = may(actor.grants, 'archive:read', {}, now().toISOString())
  const found = await (all ? everyRecord(units, window) : ownRecords(actor, units, window))
  const distinct = [...new Map(found.map((head) => [head.id, head])).values()]
    .filter((head) => placeOf(head) < window.to)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  const items = distinct.slice(0, query.limit)
  const last = items.at(-1)
  return { items, next: distinct.length > query.limit && last ? placeOf(last) : undefined }
}
