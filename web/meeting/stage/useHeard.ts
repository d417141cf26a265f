// Who is heard just now, and long enough to be shown large.
import { useEffect, useState } from 'react'
import type { Roster } from './roster.ts'
import { type Heard, hear, nobodyHeard } from './speaking.rules.ts'

const everyMs = 300

const loud = (roster: Roster): Map<string, number> =>
  new Map(
    roster
      .occupants()
      .filter(({ muted }) => !muted)
      .map(({ seat, attendeeId }) => [seat, roster.volume(attendeeId)]),
  )

/** @returns a seat */
export const useHeard = (roster: Roster): string | undefined => {
  const [seat, setSeat] = useState<string>()
  useEffect(() => {
    let heard: Heard = nobodyHeard
    const timer = setInterval(() => {
      heard = hear(heard, loud(roster), Date.now())
      setSeat(heard.seat)
    }, everyMs)
    return () => clearInterval(timer)
  }, [roster])
  return seat
}
