// Which conferences a list shows, and where each stands in it. Pure.
import { may, unitsHeld } from '#functions/grants/rules.ts'
import { fold } from '#functions/shared/text.ts'
import type { ConferenceLine, ConferenceQuery } from './list.schema.ts'
import { isAnnounced } from './rules.ts'
import type { Conference } from './schema.ts'

type Held = Parameters<typeof may>[0]

/** The place of a conference in every list: its planned start, then its id. */
export const placeOf = ({ startsAt, id }: { startsAt: string; id: string }): string => `${startsAt}#${id}`

/** Where conferences are looked for: by the units that host them, that are invited, and by one's own roles. */
export type Sources = { hosts: string[]; invited: string[]; roles: boolean; oversight: boolean }

const oversees = (grants: Held, at: string): boolean =>
  may(grants, 'directory:write', {}, at) || may(grants, 'conference:read', {}, at)

/**
 * Administrators and archivists have no conferences of their own: they may look through those of a unit they name, as
 * soon as these are announced.
 * @returns undefined when the holder of these grants may not see any
 */
export const sourcesOf = (grants: Held, { unit, mine }: ConferenceQuery, at: string): Sources | undefined => {
  if (mine) return { hosts: [], invited: [], roles: true, oversight: false }
  const asked = (units: string[]) => (unit ? units.filter((one) => one === unit) : units)
  const hosts = asked([...unitsHeld(grants, 'secretariat', at), ...unitsHeld(grants, 'observer', at)])
  const invited = asked(unitsHeld(grants, 'operator', at))
  if (!unit) return { hosts, invited, roles: true, oversight: false }
  if (hosts.length + invited.length > 0) return { hosts, invited, roles: false, oversight: false }
  return oversees(grants, at) ? { hosts: [unit], invited: [], roles: false, oversight: true } : undefined
}

/** Every word asked for is in the title, diacritics or not. */
const hasWords = (title: readonly string[], q: string): boolean => {
  const text = fold(title.join(' '))
  return fold(q)
    .split(' ')
    .every((word) => text.includes(word))
}

/** Whether a conference answers the question asked. */
export const answers = (
  conference: Conference,
  { state, form, q, series, unit, mine }: ConferenceQuery,
): boolean =>
  (!state || state.includes(conference.state)) &&
  (!form || conference.form === form) &&
  (!q || hasWords(conference.title, q)) &&
  (!series || conference.seriesId === series) &&
  (!mine || !unit || conference.hostUnitId === unit)

/** A draft is its host's own. */
export const isSeen = (conference: Conference, grants: Held, { oversight }: Sources, at: string): boolean =>
  isAnnounced(conference) ||
  (!oversight &&
    may(grants, 'conference:read', { conference: conference.id, host: conference.hostUnitId }, at))

export const lineOf = ({ agenda: _, agendaVersion: __, ...line }: Conference): ConferenceLine => line
