// One seat from lobby to leaving: shows whatever belongs to how the page stands with it.
import { useQuery } from '@tanstack/react-query'
import type { Conference } from '#functions/conferences/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import { useAwake } from '#web/ui/useAwake.ts'
import { Lobby } from './lobby/Lobby.tsx'
import { NotOpen } from './lobby/NotOpen.tsx'
import { RoomHead } from './RoomHead.tsx'
import { isCalled, maySpeak, type SeatRef, seatName } from './seat.rules.ts'
import { SeatedRoom } from './session/SeatedRoom.tsx'
import { Standings } from './session/Standings.tsx'
import { isSeated } from './session/standing.ts'
import { useBeats } from './session/useBeats.ts'
import { usePromotion } from './session/usePromotion.ts'
import { useRoomReady } from './session/useRoomReady.ts'
import { useRoomSession } from './session/useRoomSession.ts'

type Props = { conference: Conference; seat: SeatRef }

const isOpen = ({ state }: Conference) => state === 'open' || state === 'in-session'

/** The point whose turn it is, and whether our own is the centre. */
const useFloorNow = (conference: Conference, name: string) => {
  const { data: floor } = useQuery({ ...floorOf(conference.id), enabled: conference.state === 'in-session' })
  const { data: board } = useQuery(boardOf(conference.id))
  const own = board?.items.find(({ pointId }) => pointId === name)
  return { speaking: floor?.current?.pointId, central: own?.kind === 'central' }
}

const useStay = ({ conference, seat }: Props) => {
  const name = seatName(seat)
  const now = { state: conference.state, seat: name, ...useFloorNow(conference, name) }
  const before = maySpeak({ ...now, replica: false, promoted: false })
  const stay = useRoomSession(conference.id, seat, before)
  const { ask, session, standing, seated } = stay
  const promoted = seated?.promotedAs !== undefined
  useBeats(ask, session, standing)
  usePromotion(session, stay, isCalled(now))
  useRoomReady(conference.id, session, standing)
  useAwake(isSeated(standing))
  return { ...stay, heard: maySpeak({ ...now, replica: seated?.replica ?? false, promoted }) }
}

export const SeatRoom = ({ conference, seat }: Props) => {
  const { session, standing, seated, heard } = useStay({ conference, seat })
  if (seated && isSeated(standing))
    return (
      <SeatedRoom
        conference={conference}
        seat={seat}
        session={session}
        standing={standing}
        seated={seated}
        maySpeak={heard}
      />
    )
  const lobby = standing.at === 'lobby'
  return (
    <>
      <RoomHead conference={conference} seat={seat} />
      {lobby && !isOpen(conference) ? <NotOpen conference={conference} /> : null}
      {lobby && isOpen(conference) ? (
        <Lobby conference={conference} seat={seat} maySpeak={heard} onEnter={() => void session.enter()} />
      ) : null}
      {lobby ? null : <Standings conference={conference} seat={seat} session={session} standing={standing} />}
    </>
  )
}
