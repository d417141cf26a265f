// A page in the room and its media: lost together, back together, and of meetings that went without a word.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '#functions/shared/clock.ts'
import { attendeeEvent, hearChime } from '#test/support/chime.ts'
import { type MediaHome, startMediaHome, work } from '#test/support/media-room.ts'
import { openRoom, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
let home: MediaHome
let cast: Awaited<ReturnType<typeof roomCast>>

beforeAll(async () => {
  home = await startMediaHome()
  cast = await roomCast(home)
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

type Room = Awaited<ReturnType<typeof openRoom>>

const opened = async () => {
  const room = await openRoom(cast.desk, 'open')
  await work(room.id)
  return room
}

const sit = async (room: Room) => {
  const { status, body } = await cast.operator.post(room.ours('/join'), { room: {} })
  expect(status).toBe(201)
  const { meeting, attendee } = body.room
  return {
    session: body.session as string,
    where: { meetingId: meeting.MeetingId as string, attendeeId: attendee.AttendeeId as string },
  }
}

const linkState = async ({ ours }: Room) => (await cast.operator.get(ours())).body.link.linkState
const enter = ({ ours }: Room, session: string, more = {}) =>
  cast.operator.post(ours('/entry'), { session, ...more })
const beat = ({ ours }: Room, session: string) =>
  cast.operator.post(ours('/heartbeat'), { session, media: 'up' })

const later = (seconds: number) => {
  clock.pass(seconds)
  return Date.parse(clock.iso())
}

describe('a page whose tab is killed', () => {
  it('is lost with its media, and is back with its next heartbeat', async () => {
    const room = await opened()
    const { session, where } = await sit(room)
    await hearChime([attendeeEvent('Joined', where, later(2))])
    expect(await linkState(room)).toBe('up')
    await hearChime([attendeeEvent('Dropped', where, later(20))])
    expect(await linkState(room)).toBe('dropped')
    later(5)
    expect((await beat(room, session)).status).toBe(200)
    expect(await linkState(room)).toBe('up')
  })

  it('may come back to its seat, unless another page sits there', async () => {
    const room = await opened()
    const first = await sit(room)
    await hearChime([attendeeEvent('Joined', first.where, later(2))])
    await hearChime([attendeeEvent('Dropped', first.where, later(20))])
    expect((await enter(room, first.session)).body.state).toBe('ready')
    later(1)
    await sit(room)
    expect((await enter(room, first.session)).status).toBe(409)
  })

  it('stays where another attendee of its point does, as after a promotion', async () => {
    const room = await opened()
    const { where } = await sit(room)
    const at = later(2)
    await hearChime([attendeeEvent('Joined', where, at)])
    // The same attendee again, in a new page: the first client's end says nothing of the second.
    await hearChime([attendeeEvent('Joined', where, later(3)), attendeeEvent('Dropped', where, later(1))])
    expect(await linkState(room)).toBe('up')
  })
})

describe('a meeting that is gone without a word', () => {
  it('ends who was in it once somebody it refused has said so', async () => {
    const room = await opened()
    const { session, where } = await sit(room)
    await hearChime([attendeeEvent('Joined', where, later(2))])
    await home.chime.restart()
    later(10)
    expect((await enter(room, session, { stale: where.meetingId })).status).toBe(200)
    await work(room.id, { stale: where.meetingId })
    const { sessions } = (await cast.operator.get(room.ours())).body.link
    const open = sessions.map((one: { session: string }) => one.session)
    expect(open).toEqual([session])
    expect((await enter(room, session)).body).toMatchObject({ state: 'ready' })
    expect((await enter(room, session)).body.meeting.MeetingId).not.toBe(where.meetingId)
  })
})
