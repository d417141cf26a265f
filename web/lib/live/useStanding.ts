// Since when a screen may no longer be true: neither the channel nor an answer has confirmed it.
import { useEffect, useState } from 'react'
import { confirmedAt, elapsed, type Moment, presentMoment, type Status, statusOf } from './status.ts'

const staleMs = 5_000
const lookMs = 500

/**
 * Undefined while the screen is true; the last moment it was, by the device's present clock, or 0 for never.
 * @param now by both clocks: of a clock that was set neither an hour of silence nor one of noise is made
 */
export const staleSince = (status: Status | undefined, now: Moment): number | undefined => {
  if (!status) return undefined
  const confirmed = confirmedAt(status)
  const ago = elapsed(confirmed ?? status.openedAt, now)
  if (ago <= staleMs || elapsed(status.openedAt, now) <= staleMs) return undefined
  return confirmed ? now.date - ago : 0
}

type Standing = { live: boolean; since: number | undefined }

const standingOf = (conferenceId: string): Standing => {
  const status = statusOf(conferenceId)
  return { live: status?.caughtUp ?? false, since: staleSince(status, presentMoment()) }
}

/** Two readings of one moment differ by no more than clocks are read apart. */
const isSame = (a: number | undefined, b: number | undefined) =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < lookMs)

/** Whether the channel is heard, and since when the screen may not be true. */
export const useStanding = (conferenceId: string): Standing => {
  const [standing, setStanding] = useState<Standing>({ live: false, since: undefined })
  useEffect(() => {
    const look = () => {
      const next = standingOf(conferenceId)
      setStanding((last) => (last.live === next.live && isSame(last.since, next.since) ? last : next))
    }
    const timer = setInterval(look, lookMs)
    // The timer sleeps while the page is hidden.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [conferenceId])
  return standing
}
