// A page's stay in the room, for components: how it stands, and what may be done about it.
import { useEffect, useMemo, useRef, useState } from 'react'
import { noDevice, preferences } from '../lobby/preferences.ts'
import type { SeatRef } from '../seat.rules.ts'
import { asking } from './ask.ts'
import type { Wishes } from './connection.ts'
import { RoomSession } from './session.ts'
import type { Shown } from './standing.ts'

const wishesNow = (maySpeak: boolean): Wishes => {
  const preferred = preferences()
  return {
    ...preferred,
    maySpeak,
    heard: preferred.microphoneOn && maySpeak,
    seen: preferred.cameraOn && preferred.camera !== noDevice,
  }
}

/** Weighs more than the first page: on its way while somebody looks at the lobby, and not waited for at the door. */
const fetchClient = () => import('./client.ts')

/** The tab is closed, reloaded or left: the media service and the centre are told while there is time. */
const useVanishing = (session: RoomSession) => {
  useEffect(() => {
    const online = () => session.retryNow()
    addEventListener('pagehide', session.vanish)
    addEventListener('online', online)
    return () => {
      removeEventListener('pagehide', session.vanish)
      removeEventListener('online', online)
      session.vanish()
    }
  }, [session])
}

/** @param maySpeak whether the floor lets this seat be heard now */
export const useRoomSession = (conferenceId: string, seat: SeatRef, maySpeak: boolean) => {
  const [shown, setShown] = useState<Shown>({ standing: { at: 'lobby' } })
  const speaking = useRef(maySpeak)
  speaking.current = maySpeak
  const { kind } = seat
  const point = seat.kind === 'point' ? seat.point : undefined
  const room = useMemo(() => {
    const ask = asking(conferenceId, kind === 'point' ? { kind, point: point ?? '' } : { kind })
    const session = new RoomSession({
      ask,
      connect: async (...told) => (await fetchClient()).connect(...told),
      wishes: () => wishesNow(speaking.current),
      show: setShown,
    })
    return { ask, session }
  }, [conferenceId, kind, point])
  useVanishing(room.session)
  useEffect(() => void fetchClient().catch(() => undefined), [])
  return { ...room, ...shown }
}
