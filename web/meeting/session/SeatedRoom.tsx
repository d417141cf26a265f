// Seated: the stage and, over it, what is amiss; all of it stays on the screen while a lost line is made again.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { usePreferences } from '../lobby/preferences.ts'
import classes from '../Room.module.css'
import { RoomHead } from '../RoomHead.tsx'
import { RoomContext } from '../room-context.ts'
import { type SeatRef, seatName } from '../seat.rules.ts'
import { Stage } from '../stage/Stage.tsx'
import { Reconnecting } from './Reconnecting.tsx'
import type { RoomSession } from './session.ts'
import type { Seated, Standing } from './standing.ts'
import { useRoomOf } from './useRoomOf.ts'

type Props = {
  conference: Conference
  seat: SeatRef
  session: RoomSession
  standing: Standing
  seated: Seated
  maySpeak: boolean
}

export const SeatedRoom = ({ conference, seat, session, standing, seated, maySpeak }: Props) => {
  const { lowBandwidth } = usePreferences()
  const room = useRoomOf({
    conferenceId: conference.id,
    seat: seatName(seat),
    seated,
    maySpeak,
    lowBandwidth,
    leave: session.leave,
  })
  return (
    <RoomContext value={room}>
      <RoomHead conference={conference} seat={seat} slim />
      <div className={classes.notes}>
        {standing.at === 'reconnecting' ? (
          <Reconnecting until={standing.until} onNow={session.retryNow} />
        ) : null}
        <Notes seated={seated} />
      </div>
      <Stage key={seated.connection.attendeeId} />
    </RoomContext>
  )
}

/** What is not as wished, in words; the room works without it. */
const Notes = ({ seated: { connection, replica, promotedAs, mayShow } }: { seated: Seated }) => {
  const { t } = useTranslation('meeting')
  const { lacks } = connection
  const said = [
    lacks.microphone ? t('session.unheard') : undefined,
    lacks.camera ? t('session.unseen') : undefined,
    replica && !promotedAs ? t('session.viewOnly') : undefined,
    promotedAs ? t('session.promoted') : undefined,
    !replica && !mayShow ? t('session.noPicturePlace') : undefined,
  ].filter((text) => text !== undefined)
  return (
    <div role="status" className={classes.said}>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
