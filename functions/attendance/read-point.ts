// Read one point's attendance in full, with who was there from when to when; and the sheet that is printed of it.
import { byListOrder } from '#functions/bridge-points/delegates.rules.ts'
import { findLink, loadDelegates, loadPoint } from '#functions/bridge-points/entity.ts'
import { loadHeard } from '#functions/bridge-points/heard.ts'
import { newLink } from '#functions/bridge-points/link.rules.ts'
import { attendanceWindow, staysWithin, timelineOf } from '#functions/bridge-points/stays.rules.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadUnits } from '#functions/directory/entity.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { pointLog } from '#functions/shared/event-log.ts'
import { civilDay } from '#functions/shared/time.ts'
import { loadCheckIns, loadRoll } from './entity.ts'
import { checkedInAtOf, delegateStays, linkNeeded } from './figures.rules.ts'
import { countsOf, rolledAtOf } from './fold.rules.ts'
import { wholeRollIn } from './log.rules.ts'
import { saidOf, sheetLine } from './sheet.rules.ts'

const loadParts = async (actor: Actor, conferenceId: string, pointId: string) => {
  const conference = await readConference(actor, conferenceId)
  const [point, delegates, roll] = await Promise.all([
    loadPoint(conferenceId, pointId),
    loadDelegates(conferenceId, pointId),
    loadRoll(conference, pointId),
  ])
  const listed = delegates.filter(({ state }) => state !== 'withdrawn').toSorted(byListOrder)
  const counts = countsOf(roll, new Set(listed.map(({ id }) => id)))
  const marked = counts.present + counts.absent + counts.substituted
  const expected = Math.max(point.expected ?? 0, listed.length)
  return { conference, point, listed, roll, counts, expected, unmarked: listed.length - marked }
}

/** The delegation with marks, corrections, check-ins and stays; the point's own stays. */
export const readPointAttendance = async (actor: Actor, conferenceId: string, pointId: string) => {
  const { conference, point, listed, ...figures } = await loadParts(actor, conferenceId, pointId)
  const [found, heard, checkIns, events] = await Promise.all([
    findLink(conferenceId, pointId),
    loadHeard(conferenceId, pointId),
    loadCheckIns(conference, pointId),
    pointLog(conferenceId, pointId),
  ])
  const roll = wholeRollIn(events, conference)
  const { counts, expected, unmarked } = figures
  const at = now().toISOString()
  const window = attendanceWindow(conference, at)
  const timeline = timelineOf(found ?? newLink(conferenceId, pointId), window?.to ?? at, heard)
  const needed = linkNeeded(point, timeline)
  const claims = new Map(checkIns.map((checkIn) => [checkIn.delegateId, checkIn]))
  const items = listed.map(({ id, display }) => {
    const checkIn = claims.get(id)
    const checkedInAt = checkedInAtOf(roll, id)
    const said = { id, display, ...saidOf(roll, id), ...(checkIn ? { checkIn } : {}) }
    if (!window) return said
    return { ...said, presence: delegateStays(roll, id, { link: needed, window, checkedInAt }) }
  })
  const link = window ? { link: staysWithin(timeline, window) } : {}
  return { at, pointId, counts, expected, unmarked, ...link, items }
}

const namesOn = async (conference: Conference, point: Point) => {
  const [host, unit] = await Promise.all([loadUnits([conference.hostUnitId]), loadUnits([point.unitId])])
  const parent = unit[0]?.parent
  const [superior] = parent ? await loadUnits([parent]) : []
  const day = civilDay(conference.startsAt)
  return {
    host: host[0] ? unitNameOn(host[0], day) : conference.hostUnitId,
    ...(superior ? { superior: unitNameOn(superior, day) } : {}),
  }
}

/** What is printed: before the roll a form to be filled in, after it what was marked. */
export const readAttendanceSheet = async (actor: Actor, conferenceId: string, pointId: string) => {
  const { conference, point, listed, roll, counts, expected, unmarked } = await loadParts(
    actor,
    conferenceId,
    pointId,
  )
  const { host, ...superior } = await namesOn(conference, point)
  const { title, startsAt, venue } = conference
  const rolledAt = rolledAtOf(roll)
  return {
    conference: { title, startsAt, venue, host },
    point: { name: point.name, kind: point.kind, ...superior },
    at: now().toISOString(),
    ...(rolledAt ? { rolledAt } : {}),
    expected,
    counts,
    unmarked,
    items: listed.map((delegate, place) => sheetLine(roll, delegate, place + 1)),
  }
}
