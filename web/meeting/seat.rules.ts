// Whose seat it is, and whether it may be heard just now. Pure.
import type { HouseSeat } from '#functions/media/schema.ts'

export type SeatRef = { kind: 'point'; point: string } | { kind: HouseSeat }

/** The seat as its attendee is called in the meeting. */
export const seatName = (seat: SeatRef): string => (seat.kind === 'point' ? seat.point : seat.kind)

type Moment = {
  /** The conference's state. */
  state: string
  /** The point that has the floor. */
  speaking: string | undefined
  seat: string
  central: boolean
  /** In a replica nobody is heard until promoted. */
  replica: boolean
  promoted: boolean
}

/** As the media service is told: before the session everybody of the primary meeting tries sound, then the floor rules. */
export const maySpeak = ({ state, speaking, seat, central, replica, promoted }: Moment): boolean => {
  if (replica && !promoted) return false
  if (state === 'open') return true
  return seat === 'chair' || central || speaking === seat
}

/** Whether its point has the floor, so that a seat in a replica is to be promoted. */
export const isCalled = ({ speaking, seat }: Pick<Moment, 'speaking' | 'seat'>): boolean => speaking === seat

/** The point of a unit has the same id in every conference. */
export const unitOfPoint = (point: string): string => `unt_${point.slice('bpt_'.length)}`
