// Instants, civil days and the folding time of an act: pure.
import * as z from 'zod'
import { later } from './later.ts'

const isUsable = (iso: string) => {
  const year = new Date(iso).getUTCFullYear()
  return year >= 1900 && year < 2200
}

/** An instant with offset, kept as UTC: `2022-11-23T07:00:00.000Z`. A day that does not exist is refused. */
export const Instant = later(() =>
  z.iso
    .datetime({ offset: true, abort: true })
    .refine(isUsable, 'year out of range')
    .overwrite((iso) => (isUsable(iso) ? new Date(iso).toISOString() : iso)),
)

/** A civil day, `2022-11-23`. */
export const Day = later(() => z.iso.date({ abort: true }).refine(isUsable, 'year out of range'))

/** Asia/Ho_Chi_Minh has kept UTC+7 without summer time since 1975: the sum is exact, and spares every cold start the ICU tables. */
const civilOffsetMs = 7 * 3_600_000

const civil = (instant: string): string => new Date(Date.parse(instant) + civilOffsetMs).toISOString()

/** The civil day of an instant in Asia/Ho_Chi_Minh, `2022-11-23`. */
export const civilDay = (instant: string): string => civil(instant).slice(0, 10)

/** The civil hour and minute of an instant in Asia/Ho_Chi_Minh, `14:05`. */
export const civilTime = (instant: string): string => civil(instant).slice(11, 16)

/** The instant so many milliseconds later; earlier where they are negative. */
export const shifted = (instant: string, byMs: number): string =>
  new Date(Date.parse(instant) + byMs).toISOString()

/**
 * When an act counts as done: the device's claim, corrected by the device's measured offset and clamped to
 * [opened, received], so that no device can move an act before the room was open or into the future.
 * @param offsetMs server clock minus device clock, in milliseconds, as measured on the request
 */
export const effectiveAt = (claim: {
  claimedAt?: string | undefined
  offsetMs?: number | undefined
  openedAt?: string | undefined
  receivedAt: string
}): string => {
  if (!claim.claimedAt) return claim.receivedAt
  const corrected = new Date(claim.claimedAt).getTime() + (claim.offsetMs ?? 0)
  const latest = new Date(claim.receivedAt).getTime()
  const earliest = claim.openedAt ? new Date(claim.openedAt).getTime() : latest
  return new Date(Math.max(Math.min(earliest, latest), Math.min(corrected, latest))).toISOString()
}
