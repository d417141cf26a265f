// Tells the centre every 30 s that this page sits in the room for its point, and whether its picture and sound stand.
import { useEffect } from 'react'
import { endsSession } from '#web/bridge-points/operator/heartbeat.rules.ts'
import { asProblem } from '#web/lib/problem.ts'
import type { Asking } from './ask.ts'
import type { RoomSession } from './session.ts'
import { isSeated, type Standing } from './standing.ts'

const everyMs = 30_000

/** A line that is back within so long was not lost in any way that matters to the centre. */
const blipMs = 5_000

export const useBeats = (ask: Asking, session: RoomSession, standing: Standing): void => {
  const seated = isSeated(standing)
  const media = standing.at === 'in' ? 'up' : 'down'
  useEffect(() => {
    if (!seated) return
    const beat = () =>
      void ask.beat(media).catch((error) => {
        if (endsSession(asProblem(error))) void session.displaced()
      })
    const first = setTimeout(beat, media === 'up' ? 0 : blipMs)
    const timer = setInterval(beat, everyMs)
    addEventListener('online', beat)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      removeEventListener('online', beat)
    }
  }, [ask, session, seated, media])
}
