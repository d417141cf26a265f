// The room as the worker leaves it from step to step. Pure.
import type { RoomMeeting, Room as Stored } from './stored.schema.ts'

export type Room = Stored

export const newRoom = (conferenceId: string): Room => ({
  conferenceId,
  state: 'closed',
  meetings: [],
  centre: [],
  appliedFloorVersion: 0,
  version: 0,
})

export const meetingAt = ({ meetings }: Pick<Room, 'meetings'>, index: number): RoomMeeting | undefined =>
  meetings.find((meeting) => meeting.index === index)

/** The meeting's id while it stands. */
export const idAt = (room: Pick<Room, 'meetings'>, index: number): string | undefined =>
  meetingAt(room, index)?.chime?.MeetingId

/** With this meeting as it now is. */
export const withMeeting = (room: Room, meeting: RoomMeeting): Room => ({
  ...room,
  meetings: [...room.meetings.filter(({ index }) => index !== meeting.index), meeting].sort(
    (a, b) => a.index - b.index,
  ),
})

/** What a meeting is asked for by: the same for as long as nobody knows that it was made and is gone. */
export const tokenOf = ({ conferenceId }: Pick<Room, 'conferenceId'>, meeting: RoomMeeting): string =>
  `${conferenceId}_${meeting.index}_${meeting.generation}`

const lostAt = ({ index, generation }: RoomMeeting): RoomMeeting => ({ index, generation: generation + 1 })

/** A replica is nothing without its primary: with that all are made anew. */
export const lost = (room: Room, gone: number): Room => {
  const meetings = room.meetings.map((meeting) =>
    gone === 0 || meeting.index === gone ? lostAt(meeting) : meeting,
  )
  const { applied, telling: _, ...rest } = room
  const state = room.state === 'closed' ? room.state : ('preparing' as const)
  if (gone > 0) return { ...room, meetings, state }
  const before = applied ? { applied: { phase: applied.phase } } : {}
  return { ...rest, ...before, meetings, state, appliedFloorVersion: 0 }
}

/** Over: what is asked for next is another room. */
export const closed = (room: Room): Room => {
  const { applied: _, telling: __, quota: ___, ...rest } = room
  return { ...rest, meetings: room.meetings.map(lostAt), state: 'closed', appliedFloorVersion: 0 }
}
