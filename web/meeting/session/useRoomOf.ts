// What a seated page hands to the stage: the client, the seat, and what may be done with both.
import { useMemo } from 'react'
import { prefer, preferences } from '../lobby/preferences.ts'
import type { Room } from '../room-context.ts'
import { openCamera } from './open-devices.ts'
import type { Seated } from './standing.ts'

type Facts = Pick<Room, 'conferenceId' | 'seat' | 'maySpeak' | 'lowBandwidth' | 'leave'> & { seated: Seated }

const showPicture =
  (connection: Seated['connection']) =>
  async (shown: boolean): Promise<boolean> => {
    prefer({ cameraOn: shown })
    if (shown) return connection.show()
    await connection.hide()
    return false
  }

/** The other width of the line is at once that of what is sent. */
const setLowBandwidth =
  ({ audioVideo }: Seated['connection']) =>
  (lowBandwidth: boolean): void => {
    prefer({ lowBandwidth })
    if (audioVideo.hasStartedLocalVideoTile()) void openCamera(audioVideo, preferences())
  }

export const useRoomOf = ({ conferenceId, seat, maySpeak, lowBandwidth, leave, seated }: Facts): Room => {
  const { connection, replica, promotedAs, mayShow } = seated
  return useMemo(
    () => ({
      conferenceId,
      seat,
      audioVideo: connection.audioVideo,
      policy: connection.policy,
      attendeeId: promotedAs ?? connection.attendeeId,
      viewOnly: replica && promotedAs === undefined,
      maySpeak,
      mayShow,
      lowBandwidth,
      setLowBandwidth: setLowBandwidth(connection),
      showPicture: showPicture(connection),
      leave,
    }),
    [conferenceId, seat, connection, replica, promotedAs, mayShow, maySpeak, lowBandwidth, leave],
  )
}
