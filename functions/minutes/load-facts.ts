// Gathers what minutes are compiled from: the log up to its horizon, and the names of that day.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadUnits } from '#functions/directory/entity.ts'
import { parentsOf, provinceOn, superiorOn, unitNameOn } from '#functions/directory/rules.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { digestOfIds } from '#functions/shared/event-digest.ts'
import { isWithin, type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { civilDay } from '#functions/shared/time.ts'
import { isAboutSession } from './about.rules.ts'
import { compiled } from './compile.rules.ts'
import type { Draft, Facts, Said } from './facts.rules.ts'
import { rolesOf } from './load-roles.ts'
import { attendanceOf, settlementsOf } from './participation.rules.ts'
import { inSpokenOrder } from './place.rules.ts'
import { outcomesIn } from './results.rules.ts'
import { horizonEnd } from './rules.ts'
import type { Block } from './schema.ts'
import type { Sentence } from './sentence.schema.ts'
import { eventsOf, joined } from './sentences.rules.ts'
import { countsTo } from './so-far.rules.ts'

const unitIdsIn = (events: readonly RecordedEvent[]): string[] =>
  events.flatMap(({ data }) => [
    ...(typeof data.unitId === 'string' ? [data.unitId] : []),
    ...(Array.isArray(data.ownerUnitIds) ? data.ownerUnitIds.filter((id) => typeof id === 'string') : []),
  ])

export type History = {
  facts: Facts
  /** How many disagreements nobody has settled yet. */
  unsettled: number
  /** Unit id → its name on the day of the conference. */
  units: Map<string, string>
  /** The province a unit belonged to on that day. */
  provinceOf: (unitId: string) => string | undefined
  /** The name of the agency above the host, where its head on paper names one. */
  superior: string | undefined
  /** The log up to the horizon. */
  events: RecordedEvent[]
  /** What was told about the session after it, as far as the log was read. */
  since: RecordedEvent[]
}

/** The log up to the horizon, and what was told about it since. */
const logsOf = async (conference: Conference, readTo: Date, reach: string | undefined) => {
  const until = reach ?? countsTo(conference, readTo.toISOString())
  const whole = await wholeLog(conference.id, readTo)
  const events = whole.filter(({ id }) => isWithin(id, until))
  const since = whole.filter((event) => !isWithin(event.id, until) && isAboutSession(event))
  return { events, since, about: [...events, ...since] }
}

/** Units by id and by what they belong to, on a civil day. */
const placesOf = async (unitIds: readonly string[], day: string) => {
  const found = await loadUnits([...unitIds])
  const above = found.flatMap((unit) => parentsOf(unit).flatMap(({ parent }) => parent ?? []))
  const known = new Set(found.map(({ id }) => id))
  const parents = await loadUnits([...new Set(above)].filter((id) => !known.has(id)))
  const byId = new Map([...found, ...parents].map((unit) => [unit.id, unit]))
  const names = new Map([...byId].map(([id, unit]) => [id, unitNameOn(unit, day)]))
  const provinces = new Map(found.map((unit) => [unit.id, provinceOn(unit, day, byId)?.id]))
  const wanted = new Set([...known, ...[...provinces.values()].flatMap((id) => id ?? [])])
  const units = new Map([...names].filter(([id]) => wanted.has(id)))
  const superiorOf = (id: string) => {
    const unit = byId.get(id)
    return unit && superiorOn(unit, day, byId)
  }
  return { units, provinceOf: (id: string) => provinces.get(id), superiorOf }
}

/**
 * The facts of a conference up to its horizon, or as far as the log has come. What is told about the session later, as
 * settlements and outcomes are, counts until the minutes are submitted.
 * @param readTo how far the log is read
 * @param reach up to when it counts, where that is not the horizon of a first version
 */
export const loadHistory = async (
  conference: Conference,
  readTo = now(),
  reach?: string,
): Promise<History> => {
  const { events, since, about } = await logsOf(conference, readTo, reach)
  const end = conference.closedAt ?? readTo.toISOString()
  const given = attendanceOf(about, end)
  const { settled, unsettled } = settlementsOf(about, end)
  const unitIds = [conference.hostUnitId, ...given.map(({ unitId }) => unitId), ...unitIdsIn(about)]
  const { units, provinceOf, superiorOf } = await placesOf(unitIds, civilDay(conference.startsAt))
  const unitName = (id: string) => units.get(id) ?? id
  const facts: Facts = {
    conference,
    unitName,
    ...(await rolesOf(conference)),
    attendance: inSpokenOrder(given, { unitName, provinceOf }),
    settled,
    outcomes: outcomesIn(about, conference.id),
    events,
    horizon: reach ?? (conference.closedAt ? horizonEnd(conference.closedAt) : end),
  }
  const superior = superiorOf(conference.hostUnitId)
  return { facts, unsettled, units, provinceOf, superior, events, since }
}

/** More events than this are cited by what they are, how many, and their digest. */
const most = 20

const asSentence = ({ text, line, events, query = 'events' }: Said, horizon: string): Sentence => {
  const ids = [...new Set(events)]
  const many = ids.length > most
  const evidence = { query, horizon, count: ids.length, digest: digestOfIds(ids.toSorted()) }
  return { text, ...(line ? { line } : {}), events: many ? [] : ids, evidence: many ? [evidence] : [] }
}

const asBlock = ({ id, kind, sentences: said }: Draft, at: number, horizon: string): Block => {
  const sentences = said.map((one) => asSentence(one, horizon))
  const [text, events] = [joined(sentences), eventsOf(sentences)]
  return { id, kind, place: at + 1, text, sentences, events, edited: false, version: 1 }
}

/**
 * The blocks of the facts and the fingerprint that tells whether the facts have changed since.
 * @param facts `horizon` is up to when they count
 */
export const compileBlocks = (facts: Facts): { blocks: Block[]; compiled: string } => {
  const blocks = compiled(facts).map((draft, at) => asBlock(draft, at, facts.horizon))
  return { blocks, compiled: sha256(canonicalBytes(blocks)) }
}
