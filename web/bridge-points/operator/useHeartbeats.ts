// Tells the centre every 30 s that this device still holds its links, and at once when the line is back.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useOutbox } from '#web/lib/outbox/useOutbox.ts'
import { asProblem } from '#web/lib/problem.ts'
import { type HeldLink, letGo, useHeldLinks } from '../held-link.ts'
import { endsSession } from './heartbeat.rules.ts'

const everyMs = 30_000

const { heartbeat } = api.conferences[':id']['bridge-points'][':point']

/** @returns whether the session is over: ended elsewhere, the conference closed, the point taken out */
const isOver = async ({ conferenceId, pointId, session }: HeldLink): Promise<boolean> => {
  const param = { id: conferenceId, point: pointId }
  try {
    // No media of this page's own yet: what stands is the room's own equipment, as whoever connected said.
    await heartbeat.$post({ param, json: { session, media: 'up' } }, intent(crypto.randomUUID()))
    return false
  } catch (error) {
    return endsSession(asProblem(error))
  }
}

export const useHeartbeats = () => {
  const client = useQueryClient()
  const { sub } = useOutbox()
  const held = useHeldLinks()
  useEffect(() => {
    const own = held.filter((link) => link.sub === sub)
    if (own.length === 0) return
    const beat = async (link: HeldLink) => {
      if (!(await isOver(link))) return
      letGo(link.session)
      await client.invalidateQueries({ queryKey: conferenceKey(link.conferenceId) })
    }
    const beatAll = () => {
      for (const link of own) void beat(link)
    }
    beatAll()
    const timer = setInterval(beatAll, everyMs)
    addEventListener('online', beatAll)
    return () => {
      clearInterval(timer)
      removeEventListener('online', beatAll)
    }
  }, [held, sub, client])
}
