// Who waits for the room hears when it is ready, and need not wait for the next question.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { roomOf } from '../room-queries.ts'
import type { RoomSession } from './session.ts'
import type { Standing } from './standing.ts'

export const useRoomReady = (conferenceId: string, session: RoomSession, { at }: Standing): void => {
  const waits = at === 'preparing' || at === 'refused'
  const { data } = useQuery({ ...roomOf(conferenceId), enabled: waits })
  const ready = data?.state === 'ready' ? data.version : undefined
  useEffect(() => {
    if (waits && ready !== undefined) session.retryNow()
  }, [session, waits, ready])
}
