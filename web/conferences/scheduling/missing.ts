// What a draft still lacks before its invitations go out: nothing is forbidden, but nothing is forgotten. Pure.
import type { Conference } from '#functions/conferences/schema.ts'
import { endOf, rowsOf } from './agenda-plan.ts'

export type Lack =
  | 'past'
  | 'points'
  | 'chair'
  | 'secretary'
  | 'agenda'
  | 'end'
  | 'overrun'
  | 'deadline'
  | 'deadlinePast'

type Known = Pick<
  Conference,
  'startsAt' | 'endsAt' | 'contributionsDueAt' | 'chairs' | 'secretary' | 'agenda' | 'form'
>

/** The list's name in an address. */
export const checklistId = 'checklist'

/** These call for a second word before scheduling. */
const grave: readonly Lack[] = ['past', 'points', 'chair']

export const isGrave = (lack: Lack): boolean => grave.includes(lack)

/**
 * @param points how many bridge points it has; undefined while that is not known
 * @param nowMs the server's present
 */
export const lacksOf = (conference: Known, points: number | undefined, nowMs: number): Lack[] => {
  const { startsAt, endsAt, contributionsDueAt: due, chairs, secretary, agenda, form } = conference
  const ends = endOf(rowsOf(agenda, startsAt), startsAt)
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['past', Date.parse(startsAt) <= nowMs],
    ['points', points === 0 && form !== 'in-person'],
    ['chair', chairs.length === 0],
    ['secretary', secretary === undefined],
    ['agenda', agenda.length === 0],
    ['end', endsAt === undefined],
    ['overrun', endsAt !== undefined && ends !== undefined && ends > endsAt],
    ['deadline', due === undefined],
    ['deadlinePast', due !== undefined && Date.parse(due) <= nowMs],
  ]
  return lacks.filter(([, lacking]) => lacking).map(([lack]) => lack)
}
