// Who is to be told, and who has been. Pure.
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { Invitation, Notice } from './schema.ts'

/** Only what is still to come is announced: a wake-up may be late, and the conference open, over or called off. */
export const isToBeAnnounced = ({ state }: Conference): boolean => state === 'scheduled'

/** The host does not invite itself to its own centre. */
export const invitedOf = (conference: Conference, rows: readonly BoardRow[]): BoardRow[] =>
  rows.filter(({ unitId }) => unitId !== conference.hostUnitId)

/** Event ids are in order of time: whoever was told of a later scheduling needs no word of an earlier one. */
export const isTold = (notice: Notice | undefined, event: string): boolean =>
  notice?.state === 'sent' && notice.event >= event

export const afterwards = (notice: Notice, state: 'sent' | 'failed'): Notice => ({
  ...notice,
  state,
  version: notice.version + 1,
})

type Around = { host: Unit; home: string; writtenAt: string }

export const invitationOf = (
  conference: Conference,
  row: BoardRow,
  { host, home, writtenAt }: Around,
): Invitation => ({
  title: conference.title,
  host: unitNameOn(host, civilDay(conference.startsAt)),
  unit: row.name,
  form: conference.form,
  venue: conference.venue,
  startsAt: conference.startsAt,
  contributionsDueAt: conference.contributionsDueAt,
  agenda: conference.agenda,
  link: `${home}/conferences/${conference.id}`,
  writtenAt,
})
