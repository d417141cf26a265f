// Gathers what minutes are compiled from: the log up to its horizon, and the names of that day.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadPersons, loadUnits } from '#functions/directory/entity.ts'
import { formalName, unitNameOn } from '#functions/directory/rules.ts'
import { holderKey, loadGrantsOf } from '#functions/grants/entity.ts'
import { Holder } from '#functions/grants/schema.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { digestOfIds } from '#functions/shared/event-digest.ts'
import { isWithin, type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import { loadMany } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { compiled } from './compile.rules.ts'
import type { Draft, Facts, Role, Said } from './facts.rules.ts'
import { attendanceOf, type PointAttendance, participationOf, settlementsOf } from './participation.rules.ts'
import { horizonEnd } from './rules.ts'
import type { Block } from './schema.ts'
import type { Sentence } from './sentence.schema.ts'
import { eventsOf, joined } from './sentences.rules.ts'
import type { SettledDisagreement } from './settled.rules.ts'
import { countsTo } from './so-far.rules.ts'

/** How records name the holders of accounts. */
export const namesOf = async (subs: string[]): Promise<Map<string, string>> => {
  const holders = await loadMany([...new Set(subs)].map(holderKey), Holder)
  const persons = await loadPersons(holders.map(({ personId }) => personId))
  const formal = new Map(persons.map((person) => [person.id, formalName(person)]))
  return new Map(holders.map(({ sub, personId, name }) => [sub, formal.get(personId) ?? name]))
}

/** Who holds a role of the conference, in the order the roles were given; a role ended before the start is none. */
const rolesOf = async ({ id, startedAt = '' }: Conference) => {
  const grants = (await loadGrantsOf(`conference:${id}`))
    .filter(({ validTo }) => !validTo || validTo > startedAt)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const names = await namesOf(grants.map(({ sub }) => sub))
  const withRole = (role: 'chair' | 'secretary'): Role[] => {
    const subs = new Set(grants.filter((grant) => grant.role === role).map(({ sub }) => sub))
    return [...subs].map((sub) => ({ sub, name: names.get(sub) ?? sub }))
  }
  return { chairs: withRole('chair'), secretaries: withRole('secretary') }
}

const unitIdsIn = (events: readonly RecordedEvent[]): string[] =>
  events.flatMap(({ data }) => (typeof data.unitId === 'string' ? [data.unitId] : []))

export type History = {
  facts: Facts
  attendance: PointAttendance[]
  settled: SettledDisagreement[]
  /** How many disagreements nobody has settled yet. */
  unsettled: number
  /** Unit id → its name on the day of the conference. */
  units: Map<string, string>
  /** The log up to the horizon. */
  events: RecordedEvent[]
}

/** The log up to the horizon, and what was raised and settled after it: that is about the history, not of it. */
const logsOf = async (conference: Conference, readTo: Date, reach: string | undefined) => {
  const until = reach ?? countsTo(conference, readTo.toISOString())
  const whole = await wholeLog(conference.id, readTo)
  const events = whole.filter(({ id }) => isWithin(id, until))
  const settlements = whole.filter(({ id, name }) => name.startsWith('disagreement.') && !isWithin(id, until))
  return { events, settlements }
}

/**
 * The facts of a conference up to its horizon, or as far as the log has come.
 * @param readTo how far the log is read
 * @param reach up to when it counts, where that is not the horizon of a first version
 */
export const loadHistory = async (
  conference: Conference,
  readTo = now(),
  reach?: string,
): Promise<History> => {
  const { events, settlements } = await logsOf(conference, readTo, reach)
  const attendance = attendanceOf([...events, ...settlements])
  const end = conference.closedAt ?? readTo.toISOString()
  const { settled, unsettled } = settlementsOf([...events, ...settlements], end)
  const unitIds = [conference.hostUnitId, ...attendance.map(({ unitId }) => unitId), ...unitIdsIn(events)]
  const day = civilDay(conference.startsAt)
  const found = await loadUnits(unitIds)
  const units = new Map(found.map((unit) => [unit.id, unitNameOn(unit, day)]))
  const unitName = (id: string) => units.get(id) ?? id
  const participation = participationOf(events, attendance, settled, unitName)
  const roles = await rolesOf(conference)
  const horizon = reach ?? (conference.closedAt ? horizonEnd(conference.closedAt) : end)
  const points = attendance.length
  const facts: Facts = { conference, unitName, ...roles, participation, points, events, horizon }
  return { facts, attendance, settled, unsettled, units, events }
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
