// Tell every unit that has a point what is so of its conference, or remind those that owe an answer.
import { loadBoard } from '#functions/bridge-points/entity.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadUnit, loadUnits } from '#functions/directory/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { log } from '#functions/shared/log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { calendarOf } from './calendar.ts'
import { loadReminder } from './entity.ts'
import { letterOf } from './letter.rules.ts'
import { type Mailer, openMailer } from './mailer.ts'
import { invitationOf, invitedOf, unansweredOf } from './rules.ts'
import type { LetterKind } from './schema.ts'
import { type News, tellUnit } from './tell-unit.ts'

/** So many refusals in a row are no longer one unit's wrong address: the mail server is in trouble. */
const refusalsMost = 3

type Run = { event: string; conference: Conference; mailer: Mailer; reminder?: { note?: string | undefined } }

/** The server is well and will not have this one address: SMTP says so of a recipient, SES of a request. */
const isAddressRefused = (error: unknown): boolean => {
  const { code, responseCode, name } = error as { code?: string; responseCode?: number; name?: string }
  return (code === 'EENVELOPE' && (responseCode ?? 0) >= 500) || name === 'BadRequestException'
}

/** Whether the conference is no longer as this run read it: what is still to be told is something else. */
const isOvertaken = async ({ id, state, sequence }: Conference): Promise<boolean> => {
  const now = await loadConference(id)
  return now.state !== state || now.sequence !== sequence
}

/** Tells each unit in turn; a unit that cannot be told does not keep the next from being told. */
const tellAll = async (
  { conference }: Run,
  rows: readonly BoardRow[],
  tell: (row: BoardRow) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = []
  let inRow = 0
  for (const row of rows) {
    if (await isOvertaken(conference)) break
    try {
      await tell(row)
      inRow = 0
    } catch (error) {
      failures.push(error)
      if (!isAddressRefused(error) && ++inRow === refusalsMost) break
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters did not go out`)
}

const newsFor = ({ event, conference, reminder }: Run, row: BoardRow, address: string): News => ({
  conferenceId: conference.id,
  unitId: row.unitId,
  pointId: row.pointId,
  event,
  address,
  sequence: conference.sequence,
  ...(reminder ? { reminder: true as const } : { state: conference.state }),
})

/** The same for every try of one letter, whatever woke us for it. */
const letterId = ({ event, conference }: Run, unitId: string, kind: LetterKind): string =>
  kind === 'reminder' ? `${event}.${unitId}` : `${conference.id}.${conference.sequence}.${unitId}`

const calendarFor = async (kind: LetterKind, run: Run, row: BoardRow, to: string, organizer: string) => {
  if (kind === 'reminder') return {}
  const off = kind === 'postponement' || kind === 'cancellation'
  const method = off ? ('CANCEL' as const) : ('REQUEST' as const)
  const around = { home: required('PUBLIC_URL'), stamp: now() }
  const content = await calendarOf(run.conference, {
    ...around,
    method,
    point: row.name,
    attendee: { name: row.name, email: to },
    organizer: { name: organizer, email: run.mailer.sender },
  })
  return { calendar: { method, content } }
}

const teller = async (run: Run, rows: readonly BoardRow[]) => {
  const { conference, mailer, reminder } = run
  const [host, units] = await Promise.all([
    loadUnit(conference.hostUnitId),
    loadUnits(rows.map(({ unitId }) => unitId)),
  ])
  const addresses = new Map(units.map(({ id, email }) => [id, email]))
  const actor = systemActor('notices', `req_${newUlid()}`)
  const around = { host, home: required('PUBLIC_URL'), writtenAt: now().toISOString(), note: reminder?.note }
  return async (row: BoardRow) => {
    const { unitId } = row
    const to = addresses.get(unitId)
    if (!to) return log.warn('unit without an address', { unitId, conferenceId: conference.id })
    const invitation = invitationOf(conference, row, around)
    await tellUnit(actor, newsFor(run, row, to), async (kind) => {
      const calendar = await calendarFor(kind, run, row, to, invitation.host)
      await mailer.send({ ...letterOf(kind, invitation), ...calendar, to, id: letterId(run, unitId, kind) })
    })
  }
}

const mailTo = async (run: Omit<Run, 'mailer'>, rows: readonly BoardRow[]): Promise<void> => {
  if (rows.length === 0) return
  const mailer = openMailer()
  try {
    const whole = { ...run, mailer }
    await tellAll(whole, rows, await teller(whole, rows))
  } finally {
    mailer.close()
  }
}

type Asked = { rows: BoardRow[]; reminder?: { note?: string | undefined } }

/**
 * Mails what is asked for as the conference stands; where it changes meanwhile, again as it stands then. A letter that
 * went while a cancellation was being told by another run would else be the last its unit heard.
 */
const mailAsItStands = async (
  event: string,
  conferenceId: string,
  ask: (conference: Conference) => Promise<Asked | undefined>,
): Promise<void> => {
  for (;;) {
    const conference = await loadConference(conferenceId)
    const asked = await ask(conference)
    if (!asked) return
    const { rows, reminder } = asked
    await mailTo({ event, conference, ...(reminder ? { reminder } : {}) }, rows)
    if (!(await isOvertaken(conference))) return
  }
}

/**
 * Mails to each unit that has a point now what it is owed (see `letterOwed`), one after the other. Any event that
 * changes who is invited or what calendars show wakes this; what is told is read from the table, so late, repeated
 * and disordered wake-ups are all the same. A run that is cut short by its time is taken up by the redelivery where it
 * stopped: 3,353 letters at 14 a second are 4 minutes.
 * @param event the id of the event that woke us
 * @throws AggregateError when some could not be told: a repeat tells those only
 */
export const tellUnits = (event: string, conferenceId: string): Promise<void> =>
  mailAsItStands(event, conferenceId, async (conference) =>
    conference.state === 'draft' ? undefined : { rows: invitedOf(conference, await loadBoard(conferenceId)) },
  )

/**
 * Reminds the units that owe an answer now, once per reminder asked for.
 * @param event the id of the `reminders.asked` event
 * @throws AggregateError as `tellUnits`
 */
export const remindUnits = (event: string, conferenceId: string, reminderId: string): Promise<void> =>
  mailAsItStands(event, conferenceId, async (conference) => {
    if (conference.state !== 'scheduled' && conference.state !== 'open') return undefined
    const [rows, reminder] = await Promise.all([
      loadBoard(conferenceId),
      loadReminder(conferenceId, reminderId),
    ])
    return { rows: unansweredOf(conference, rows), reminder }
  })
