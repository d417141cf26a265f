// Since when a screen may no longer be true: neither the channel nor an answer has confirmed it.
import { useEffect, useState } from 'react'
import { confirmedAt, type Status, statusOf } from './status.ts'

const staleMs = 5_000
const lookMs = 500

/** Undefined while the screen is true; the last moment it was, in device time, or 0 for never. */
export const staleSince = (status: Status | undefined, now: number): number | undefined => {
  if (!status) return undefined
  const confirmed = confirmedAt(status)
  return now - Math.max(confirmed, status.openedAt) > staleMs ? confirmed : undefined
}

type Standing = { live: boolean; since: number | undefined }

const standingOf = (conferenceId: string): Standing => {
  const status = statusOf(conferenceId)
  return { live: status?.caughtUp ?? false, since: staleSince(status, Date.now()) }
}

/** Whether the channel is heard, and since when the screen may not be true. */
export const useStanding = (conferenceId: string): Standing => {
  const [standing, setStanding] = useState<Standing>({ live: false, since: undefined })
  useEffect(() => {
    const look = () => {
      const next = standingOf(conferenceId)
      setStanding((last) => (last.live === next.live && last.since === next.since ? last : next))
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
