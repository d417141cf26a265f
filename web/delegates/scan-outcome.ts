// What a scanned code means for a delegate before it is sent. Pure.
import type { Invitation } from '#functions/personal-links/schema.ts'
import type { Scan } from '#web/lib/scanned-code.ts'

/** A code is shown for a minute and taken for one more: what waited longer, as through a sign-in, is not worth a try. */
const freshMs = 90_000

type Outcome = 'send' | 'claimed' | 'confirmed' | 'elsewhere' | 'gone' | 'notOpen' | 'waited'

/** What already stands of them: what was told in the rehearsal counts for nothing once the session runs. */
export const standingOf = ({
  conference,
  checkIn,
  mark,
}: Invitation): 'claimed' | 'confirmed' | undefined => {
  const holds = (standing: string) => conference.state !== 'in-session' || standing !== 'rehearsal'
  const there = mark?.state === 'present' || mark?.state === 'online'
  if (mark && there && holds(mark.standing)) return 'confirmed'
  if (!checkIn || checkIn.state === 'rejected' || !holds(checkIn.standing)) return undefined
  return checkIn.state
}

/** @param now of this device, as `scan.at` is */
export const outcomeOf = (scan: Scan, invitation: Invitation, now: number): Outcome => {
  const { conference, point, delegate } = invitation
  if (point.id !== scan.pointId) return 'elsewhere'
  if (delegate.state === 'withdrawn') return 'gone'
  const standing = standingOf(invitation)
  if (standing) return standing
  if (!['open', 'in-session', 'closed'].includes(conference.state)) return 'notOpen'
  return now - scan.at > freshMs ? 'waited' : 'send'
}
