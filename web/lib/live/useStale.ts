// Since when a screen may no longer be true: neither the channel nor an answer has confirmed it.
import { useEffect, useState } from 'react'
import { confirmedAt, type Status, statusOf } from './status.ts'

export const staleMs = 5_000

/** Undefined while the screen is true; the last moment it was, in device time, or 0 for never. */
export const staleSince = (status: Status | undefined, now: number): number | undefined => {
  if (!status) return undefined
  const confirmed = confirmedAt(status)
  return now - Math.max(confirmed, status.openedAt) > staleMs ? confirmed : undefined
}

export const useStale = (conferenceId: string): number | undefined => {
  const [since, setSince] = useState<number>()
  useEffect(() => {
    const look = () => setSince(staleSince(statusOf(conferenceId), Date.now()))
    const timer = setInterval(look, 500)
    // The timer sleeps while the page is hidden.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [conferenceId])
  return since
}
