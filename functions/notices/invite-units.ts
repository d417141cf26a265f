// Invite every unit that has a point in a scheduled conference.
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
import { inviteUnit } from './invite-unit.ts'
import { letterOf } from './letter.rules.ts'
import { type Mailer, openMailer } from './mailer.ts'
import { invitationOf, invitedOf, isToBeAnnounced } from './rules.ts'

/** So many refusals in a row are no longer one unit's wrong address: the mail server is in trouble. */
const refusalsMost = 3

type Run = { event: string; conference: Conference; mailer: Mailer }

/** Tells each unit in turn; a unit that cannot be told does not keep the next from being told. */
const tellAll = async (rows: readonly BoardRow[], tell: (row: BoardRow) => Promise<void>): Promise<void> => {
  const failures: unknown[] = []
  let inRow = 0
  for (const row of rows) {
    try {
      await tell(row)
      inRow = 0
    } catch (error) {
      failures.push(error)
      if (++inRow === refusalsMost) break
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} invitations did not go out`)
}

const teller = async ({ event, conference, mailer }: Run, rows: readonly BoardRow[]) => {
  const [host, units] = await Promise.all([
    loadUnit(conference.hostUnitId),
    loadUnits(rows.map(({ unitId }) => unitId)),
  ])
  const addresses = new Map(units.map(({ id, email }) => [id, email]))
  const actor = systemActor('notices', `req_${newUlid()}`)
  const [home, writtenAt] = [required('PUBLIC_URL'), now().toISOString()]
  return async (row: BoardRow) => {
    const { pointId, unitId } = row
    const address = addresses.get(unitId)
    if (!address) return log.warn('unit without an address', { unitId, conferenceId: conference.id })
    const letter = letterOf(invitationOf(conference, row, { host, home, writtenAt }))
    const told = { conferenceId: conference.id, unitId, event, address, pointId }
    await inviteUnit(actor, told, () => mailer.send({ ...letter, to: address, id: `${event}.${unitId}` }))
  }
}

/**
 * Mails an invitation to each unit that has a point now, once per scheduling, one after the other. Points that are
 * added after the conference was scheduled are not heard of here: nothing wakes this for them yet.
 * A run that is cut short by its time is taken up by the redelivery where it stopped; 3,353 units, at some ten letters
 * a second, are more than the redeliveries of one message should carry and will want a message per part.
 * @param event the id of the `conference.scheduled` event that woke us
 * @throws AggregateError when some could not be told: a repeat tells those only
 */
export const inviteUnits = async (event: string, conferenceId: string): Promise<void> => {
  const conference = await loadConference(conferenceId)
  if (!isToBeAnnounced(conference)) return
  const rows = invitedOf(conference, await loadBoard(conferenceId))
  if (rows.length === 0) return
  const mailer = openMailer()
  try {
    await tellAll(rows, await teller({ event, conference, mailer }, rows))
  } finally {
    mailer.close()
  }
}
