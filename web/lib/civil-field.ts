// What date-and-time fields hold: Vietnam's civil time, whatever zone the device is set to.
import { civilDay, civilTime } from '#functions/shared/time.ts'

/** `2022-11-23T14:00` as a field gives it, as the instant it means. */
export const instantOf = (field: string): string => new Date(`${field}:00+07:00`).toISOString()

/** An instant as a field shows it. */
export const fieldOf = (instant: string): string => `${civilDay(instant)}T${civilTime(instant)}`
