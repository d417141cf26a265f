// How long a record is kept and how its files are locked, from its head and what archivists decided. Pure.
import { civilDay } from '#functions/shared/time.ts'
import {
  fewestYears,
  type KeepingClass,
  keepingClasses,
  permanentLockYears,
  usualClass,
} from './keeping.data.ts'
import type { Decided, Keeping, RecordLock } from './keeping.schema.ts'
import type { RecordHead } from './schema.ts'

type Dated = Pick<RecordHead, 'kind' | 'startsAt' | 'datePrecision' | 'sealedAt'>

/** Past conferences are kept for ever, and so is what no level is known of. */
const usualOf = ({ kind }: Dated, level: string | undefined): KeepingClass => {
  if (kind === 'historical' || level === undefined) return 'permanent'
  return usualClass[level as keyof typeof usualClass] ?? 'permanent'
}

const yearsOf = (of: KeepingClass): number | undefined => {
  const { years } = { years: undefined, ...keepingClasses[of] }
  return years
}

const yearIn = (instant: string): number => Number(civilDay(instant).slice(0, 4))

/** Counted from the year the conference was held in; where that is unknown, from the year of the seal. */
const yearOf = ({ startsAt, datePrecision, sealedAt }: Dated): number =>
  yearIn(datePrecision === 'unknown' ? sealedAt : startsAt)

/** Terms are whole years: they end with one. */
const endOf = (head: Dated, of: KeepingClass): string | undefined => {
  const years = yearsOf(of)
  return years === undefined ? undefined : `${String(yearOf(head) + years).padStart(4, '0')}-12-31`
}

type Known = { level: string | undefined; decided: Decided | undefined; lock?: RecordLock | undefined }

/** @param forArchivist who held it and why is theirs to know */
export const keepingOf = (head: Dated, { level, decided, lock }: Known, forArchivist: boolean): Keeping => {
  const of = decided?.class ?? usualOf(head, level)
  const endsOn = endOf(head, of)
  const { hold, reason } = decided ?? {}
  const shownHold = hold && {
    at: hold.at,
    ...(forArchivist ? { reason: hold.reason, by: hold.by.name } : {}),
  }
  return {
    class: of,
    label: keepingClasses[of].label,
    basis: keepingClasses[of].basis,
    ...(reason ? { reason } : {}),
    ...(endsOn ? { endsOn } : {}),
    held: hold !== undefined,
    ...(shownHold ? { hold: shownHold } : {}),
    ...(lock ? { lock } : {}),
  }
}

export const endsBefore = ({ endsOn }: Keeping, day: string): boolean => endsOn !== undefined && endsOn < day

/** No record of a conference that was held, or sealed, later than this can end before the day. */
export const latestEnding = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - fewestYears + 1).padStart(4, '0')}-01-01`

/** Until when the store shall keep the files from everybody: the end of the last day in Việt Nam. */
export const lockUntil = ({ endsOn }: Keeping, year: number): string =>
  `${endsOn ?? `${year + permanentLockYears}-12-31`}T17:00:00.000Z`

/** A lock only grows: @returns until when it must be put, or undefined where it reaches far enough. */
export const longerLock = (standing: string | undefined, wanted: string): string | undefined =>
  standing !== undefined && Date.parse(standing) >= Date.parse(wanted) ? undefined : wanted
