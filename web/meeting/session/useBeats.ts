// Tells the centre every 30 s that this page holds the point's seat, and whether its picture and sound stand.
import { useEffect } from 'react'
import { endsSession } from '#web/bridge-points/operator/heartbeat.rules.ts'
import { asProblem } from '#web/lib/problem.ts'
import type { Asking } from './ask.ts'
import type { RoomSession } from './session.ts'
import { holdsLink, type Standing } from './standing.ts'

const everyMs = 30_000

export const useBeats = (ask: Asking, session: RoomSession, standing: Standing): void => {
  const holds = holdsLink(standing)
  const media = standing.at === 'in' ? 'up' : 'down'
  useEffect(() => {
    if (!holds) return
    const beat = () =>
      void ask.beat(media).catch((error) => {
        if (endsSession(asProblem(error))) void session.displaced()
      })
    beat()
    const timer = setInterval(beat, everyMs)
    addEventListener('online', beat)
    return () => {
      clearInterval(timer)
      removeEventListener('online', beat)
    }
  }, [ask, session, holds, media])
}
