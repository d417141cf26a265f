// The room: provisioned by the worker alone, entered by whoever holds the seat, and its secrets told to nobody else.
import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { heldIn } from '#functions/media/entity.ts'
import { setClock } from '#functions/shared/clock.ts'
import { database } from '#functions/shared/table.ts'
import type { Client } from '#test/support/api.ts'
import { unit } from '#test/support/conference.ts'
import {
  Killed,
  type MediaHome,
  seatsIn,
  startMediaHome,
  voiceOf,
  watchCalls,
  work,
} from '#test/support/media-room.ts'
import { openRoom, point, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
const other = 'bpt_ca-thanh-hoa'
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
afterEach(() => {
  vi.restoreAllMocks()
})

type Room = Awaited<ReturnType<typeof openRoom>>

const opened = async (last: 'open' | 'start' = 'open') => {
  const room = await openRoom(cast.desk, last)
  await work(room.id)
  return room
}
const state = async ({ path }: Room, who = cast.operator) => (await who.get(`${path}/room`)).body
const sit = (room: Room, who = cast.operator, more = {}, extra = {}) =>
  who.post(room.ours('/join'), { room: { takeOver: false }, device: 'Máy tính hội trường', ...more }, extra)
const enter = (room: Room, session: string, more = {}, who = cast.operator) =>
  who.post(room.ours('/entry'), { session, ...more })
const primary = ({ id }: Room) => home.chime.meetings(id)[0]

const ask = async (room: Room, who: Client = cast.operator) => {
  const speaker = { position: 'Phó Giám đốc' }
  const { body } = await who.post(`${room.path}/floor/requests`, { unitId: unit, speaker })
  return body.id as string
}
const give = async (room: Room) => {
  await cast.desk.post(`${room.path}/floor/open`, {})
  const requestId = await ask(room)
  const { status, body } = await cast.desk.post(`${room.path}/floor/call`, { requestId })
  expect(status).toBe(200)
  return body.version as number
}

describe('a conference that opens', () => {
  it('has its meeting made, with a seat for each point and for the house, all heard for the sound check', async () => {
    const room = await openRoom(cast.desk)
    expect(await state(room)).toMatchObject({ state: 'preparing', meetings: 0 })
    expect((await sit(room)).body.room).toEqual({ state: 'preparing', retrySeconds: 2 })
    await work(room.id)
    expect(await state(room)).toMatchObject({ state: 'ready', meetings: 1 })
    expect(home.chime.meetings(room.id)).toHaveLength(1)
    expect(seatsIn(primary(room))).toEqual([point, other, 'chair', 'desk'].sort())
    expect(voiceOf(primary(room), point)).toBe('SendReceive')
  })

  it('has it made once, however often and by whomever that is ordered', async () => {
    const room = await openRoom(cast.desk)
    const orders = Array.from({ length: 4 }, () => work(room.id))
    await Promise.allSettled(orders)
    await work(room.id)
    await work(room.id)
    expect(home.chime.meetings(room.id)).toHaveLength(1)
    expect(seatsIn(primary(room))).toEqual([point, other, 'chair', 'desk'].sort())
  })

  it('has nothing made before, and its room is closed', async () => {
    const room = await openRoom(cast.desk, 'schedule')
    await work(room.id)
    expect(home.chime.meetings(room.id)).toEqual([])
    expect(await state(room)).toMatchObject({ state: 'closed', meetings: 0 })
  })
})

describe('sitting down', () => {
  it('asks the media service for nothing, and a repeat is answered anew', async () => {
    const room = await opened()
    const calls = watchCalls()
    await work(room.id, { stale: primary(room)?.meetingId })
    expect(calls.names.splice(0)).toEqual(['GetMeetingCommand'])
    const first = await sit(room, cast.operator, {}, { key: 'sit-1' })
    const again = await sit(room, cast.operator, {}, { key: 'sit-1' })
    await enter(room, first.body.session)
    await state(room)
    expect(calls.names).toEqual([])
    calls.stop()
    expect([first.status, again.status]).toEqual([201, 201])
    expect(first.body.room).toMatchObject({ state: 'ready', part: 'primary' })
    expect(first.body.room.attendee.ExternalUserId).toBe(point)
    expect(first.body.room.meeting.MediaPlacement.SignalingUrl).toContain(first.body.room.meeting.MeetingId)
    expect(again.body).toEqual(first.body)
    const key = { pk: `IDEM#${cast.operator.sub}#POST ${room.ours('/join')}#sit-1`, sk: 'IDEM' }
    const { Item } = await database().send(new GetCommand({ TableName: 'records', Key: key }))
    expect(JSON.stringify(Item)).not.toContain(first.body.room.attendee.JoinToken)
  })

  it('is for that point only: another operator is refused, and learns nothing with a session that is not theirs', async () => {
    const room = await opened()
    const { session } = (await sit(room)).body
    expect((await sit(room, cast.neighbour)).status).toBe(403)
    expect((await enter(room, session, {}, cast.neighbour)).status).toBe(403)
    expect((await enter(room, session, {}, cast.colleague)).body.type).toBe('/problems/session-unknown')
  })

  it('without the room stays what it was: connected by other means, with no seat', async () => {
    const room = await opened()
    const { status, body } = await cast.operator.post(room.ours('/join'), {})
    expect([status, body.room]).toEqual([201, undefined])
    expect((await enter(room, body.session)).body.type).toBe('/problems/session-unknown')
    expect((await sit(room, cast.colleague)).status).toBe(201)
  })

  it('is one page at a time: the second is told who sits there, and may take over', async () => {
    const room = await opened()
    const first = (await sit(room)).body
    const since = clock.iso()
    clock.pass(20)
    const refused = await sit(room, cast.colleague)
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/link-held'])
    expect(refused.body.held).toMatchObject({
      session: first.session,
      device: 'Máy tính hội trường',
      since,
      own: false,
    })
    expect(refused.body.held.by).toMatch(/^Cán bộ/)
    expect((await sit(room)).body.held.own).toBe(true)
    const taken = await sit(room, cast.colleague, { room: { takeOver: true } })
    expect(taken.body.room).toEqual({ state: 'preparing', retrySeconds: 2 })
    await work(room.id, { renewed: { seat: point, attendeeId: first.room.attendee.AttendeeId } })
    const seat = (await enter(room, taken.body.session, {}, cast.colleague)).body
    expect(seat.state).toBe('ready')
    expect(seat.attendee.AttendeeId).not.toBe(first.room.attendee.AttendeeId)
    expect(seatsIn(primary(room)).filter((each) => each === point)).toHaveLength(1)
    const beat = { session: first.session, media: 'up' }
    expect((await cast.operator.post(room.ours('/heartbeat'), beat)).body.type).toBe(
      '/problems/session-unknown',
    )
    expect((await enter(room, first.session)).body.type).toBe('/problems/session-unknown')
    const { link } = (await cast.operator.get(room.ours())).body
    expect(link.gaps).toEqual([])
  })

  it('is made anew for another account, who is heard where the point has the floor; the first one’s opens nothing', async () => {
    const room = await opened('start')
    const first = (await sit(room)).body
    await give(room)
    await work(room.id, { floorOnly: true })
    const renewed = { seat: point, attendeeId: first.room.attendee.AttendeeId }
    clock.pass(5)
    const { session } = (await sit(room, cast.colleague, { room: { takeOver: true } })).body
    await work(room.id, { renewed })
    await work(room.id, { renewed })
    const { attendee } = (await enter(room, session, {}, cast.colleague)).body
    expect(attendee.AttendeeId).not.toBe(renewed.attendeeId)
    expect(voiceOf(primary(room), point)).toBe('SendReceive')
    expect(seatsIn(primary(room)).filter((each) => each === point)).toHaveLength(1)
    expect(await state(room)).toMatchObject({ state: 'ready' })
    const again = (await sit(room, cast.colleague, { room: { takeOver: true } })).body
    expect(again.room.attendee).toEqual(attendee)
  })

  it('is free for whoever comes when the page that sat there is silent', async () => {
    const room = await opened()
    await sit(room)
    clock.pass(91)
    expect((await sit(room, cast.colleague)).status).toBe(201)
  })

  it.each([['silent'], ['dropped']])(
    'is not shared with a page that was %s and wakes when another sits there',
    async (how) => {
      const room = await opened()
      const { session } = (await sit(room)).body
      const beat = (media: string) => cast.operator.post(room.ours('/heartbeat'), { session, media })
      expect((await beat('up')).status).toBe(200)
      if (how === 'dropped') await beat('down')
      clock.pass(91)
      expect((await sit(room, cast.colleague)).status).toBe(201)
      expect((await beat('up')).body.type).toBe('/problems/session-unknown')
      expect((await enter(room, session)).body.type).toBe('/problems/session-unknown')
    },
  )

  it('is not told again to whoever repeats a join when another has taken over', async () => {
    const room = await opened()
    await sit(room, cast.operator, {}, { key: 'sit-again' })
    await sit(room, cast.colleague, { room: { takeOver: true } })
    const again = await sit(room, cast.operator, {}, { key: 'sit-again' })
    expect(JSON.stringify(again.body)).not.toContain('JoinToken')
    expect(again.body.type).toBe('/problems/session-unknown')
  })

  it('is possible for chair and desk from elsewhere, and is nobody’s attendance', async () => {
    const room = await opened()
    const chair = await home.somebody(['deputy-chair', `conference:${room.id}`])
    const { body } = await chair.post(`${room.path}/seats/chair/entry`)
    expect(body).toMatchObject({ state: 'ready', part: 'primary', attendee: { ExternalUserId: 'chair' } })
    expect((await chair.post(`${room.path}/seats/desk/entry`)).status).toBe(403)
    expect((await cast.desk.post(`${room.path}/seats/chair/entry`)).status).toBe(403)
    const desk = await cast.desk.post(`${room.path}/seats/desk/entry`)
    expect(desk.body.attendee.ExternalUserId).toBe('desk')
  })
})

describe('the floor', () => {
  it('is what the media service carries out: who has it is heard, and nobody else but chair and centre', async () => {
    const room = await opened('start')
    const voices = () => [point, other, 'chair', 'desk'].map((seat) => voiceOf(primary(room), seat))
    expect(voices()).toEqual(['Receive', 'Receive', 'SendReceive', 'Receive'])
    const version = await give(room)
    expect((await state(room)).appliedFloorVersion).toBeLessThan(version)
    await work(room.id, { floorOnly: true })
    expect(voices()).toEqual(['SendReceive', 'Receive', 'SendReceive', 'Receive'])
    expect((await state(room)).appliedFloorVersion).toBe(version)
    const ended = await cast.desk.post(`${room.path}/floor/yield`, {})
    await work(room.id, { floorOnly: true })
    expect(voices()).toEqual(['Receive', 'Receive', 'SendReceive', 'Receive'])
    expect((await state(room)).appliedFloorVersion).toBe(ended.body.version)
  })

  it('takes one call a turn, and none when nothing changed', async () => {
    const room = await opened('start')
    await give(room)
    const calls = watchCalls()
    await work(room.id, { floorOnly: true })
    expect(calls.names).toEqual(['UpdateAttendeeCapabilitiesCommand'])
    await work(room.id, { floorOnly: true })
    expect(calls.names).toHaveLength(1)
  })

  it('begins with the session: the sound check ends in one call', async () => {
    const room = await opened()
    expect(voiceOf(primary(room), other)).toBe('SendReceive')
    await cast.desk.post(`${room.path}/start`, {})
    const calls = watchCalls()
    await work(room.id)
    expect(calls.names).toEqual(['BatchUpdateAttendeeCapabilitiesExceptCommand'])
    expect(voiceOf(primary(room), other)).toBe('Receive')
    expect(voiceOf(primary(room), 'chair')).toBe('SendReceive')
  })
})

describe('a meeting that is gone', () => {
  it('is made anew when somebody it refused says so, and the floor is as it was', async () => {
    const room = await opened('start')
    await give(room)
    await work(room.id)
    const { session, room: seat } = (await sit(room)).body
    await home.chime.restart()
    const stale = seat.meeting.MeetingId
    expect((await enter(room, session, { stale })).body).toEqual({ state: 'preparing', retrySeconds: 2 })
    await work(room.id, { stale })
    const { body } = await enter(room, session, { stale })
    expect(body.state).toBe('ready')
    expect(body.meeting.MeetingId).not.toBe(stale)
    expect(voiceOf(primary(room), point)).toBe('SendReceive')
    expect(voiceOf(primary(room), other)).toBe('Receive')
  })

  it('is looked at only where it stands: whoever was refused for another reason gets the same seat', async () => {
    const room = await opened()
    const { session, room: seat } = (await sit(room)).body
    const stale = seat.meeting.MeetingId
    expect((await enter(room, session, { stale })).body.state).toBe('preparing')
    await work(room.id, { stale })
    expect((await enter(room, session, { stale })).body).toEqual(seat)
    expect(home.chime.meetings(room.id)).toHaveLength(1)
  })

  it('has carried out no floor until it is made anew', async () => {
    const room = await opened('start')
    await give(room)
    await work(room.id)
    const [held] = await heldIn(room.id, 'SEAT')
    await home.chime.restart()
    const calls = watchCalls((_, name) => (name === 'CreateMeetingCommand' ? 'before' : undefined))
    await expect(work(room.id, { stale: held?.meetingId ?? '' })).rejects.toThrow(Killed)
    calls.stop()
    expect(await state(room)).toMatchObject({ state: 'preparing', appliedFloorVersion: 0 })
  })

  it('for a day has its seats made anew: what they held is over before the table lets go of it', async () => {
    const room = await opened('start')
    const { session } = (await sit(room)).body
    await home.chime.restart()
    clock.pass(26 * 3600)
    expect((await enter(room, session)).body.state).toBe('preparing')
    await work(room.id)
    expect((await enter(room, session)).body.state).toBe('ready')
  })

  it('is made anew at the next change even if nobody says so', async () => {
    const room = await opened('start')
    await home.chime.restart()
    await give(room)
    await work(room.id, { floorOnly: true })
    expect(await state(room)).toMatchObject({ state: 'ready', meetings: 1 })
    expect(voiceOf(primary(room), point)).toBe('SendReceive')
  })
})

describe('a conference that closes', () => {
  it('has its meetings ended and what opened them gone; the next page is told that it is closed', async () => {
    const room = await opened('start')
    const { session } = (await sit(room)).body
    await cast.desk.post(`${room.path}/close`, {})
    await work(room.id)
    expect(home.chime.meetings(room.id)).toEqual([])
    expect((await enter(room, session)).body).toEqual({ state: 'closed' })
    expect(await state(room)).toMatchObject({ state: 'closed', meetings: 0 })
    const { Items = [] } = await database().send(new ScanCommand({ TableName: 'credentials' }))
    expect(Items.filter(({ pk }) => String(pk).includes(room.id))).toEqual([])
  })

  it('has another room when it is opened again', async () => {
    const room = await opened('start')
    await cast.desk.post(`${room.path}/close`, {})
    await work(room.id)
    const { status } = await cast.desk.post(`${room.path}/reopen`, { reason: 'Kết thúc nhầm' })
    expect(status).toBe(200)
    await work(room.id)
    expect(await state(room)).toMatchObject({ state: 'ready', meetings: 1 })
    expect(seatsIn(primary(room))).toEqual([point, other, 'chair', 'desk'].sort())
  })
})

it('tells its secrets to nobody else: not in the records, the events, the answers to others nor the log', async () => {
  const said: string[] = []
  for (const how of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, how).mockImplementation((...words) => void said.push(words.join(' ')))
  const room = await opened('start')
  const sat = (await sit(room)).body
  await give(room)
  await work(room.id)
  const secrets = [...(primary(room)?.attendees.values() ?? [])].map(({ joinToken }) => joinToken)
  expect(secrets).toHaveLength(4)
  expect(secrets).toContain(sat.room.attendee.JoinToken)
  const paths = [
    '',
    '/room',
    '/board',
    '/floor',
    '/bridge-points',
    `/bridge-points/${point}`,
    '/events?limit=200',
  ]
  clock.pass(6)
  for (const path of paths) said.push(JSON.stringify((await cast.desk.get(room.path + path)).body))
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await database().send(new ScanCommand({ TableName: 'records', ExclusiveStartKey }))
    said.push(JSON.stringify(page.Items))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  expect(said.join()).toContain(sat.session)
  expect(secrets.filter((secret) => said.join().includes(secret))).toEqual([])
})
