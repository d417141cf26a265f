// Meetings over time: how they end by themselves, what an end and a crash leave behind.
import { once } from 'node:events'
import { createServer } from 'node:http'
import {
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openMedia } from '#infra/local/chime/media.ts'
import { failure, seatIn, startChimeOnClock } from '#test/support/local-chime.ts'

let house: Awaited<ReturnType<typeof startChimeOnClock>>
beforeEach(async () => {
  house = await startChimeOnClock()
})
afterEach(() => house.stop())

describe('a meeting ends by itself', () => {
  it('five minutes after the last one with sound, its replicas with it', async () => {
    const { chime, meeting, pass, lives } = house
    const meetingId = await meeting()
    const replica = await meeting(meetingId)
    chime.media.listening.set(meetingId, 1)
    await pass(60)
    expect(await lives(meetingId)).toBe(true)
    chime.media.listening.set(meetingId, 0)
    await pass(4.9)
    expect([await lives(meetingId), await lives(replica)]).toEqual([true, true])
    await pass(0.2)
    expect([await lives(meetingId), await lives(replica)]).toEqual([false, false])
    expect(chime.media.told).toEqual([`ended ${replica}`, `ended ${meetingId}`])
    expect((await chime.typesTold()).slice(-2)).toEqual(['chime:MeetingEnded', 'chime:MeetingEnded'])
  })

  it('five minutes after it was made when nobody comes, whoever was given a seat', async () => {
    const { meeting, seat, pass, lives } = house
    const meetingId = await meeting()
    await seat(meetingId)
    await pass(5)
    expect(await lives(meetingId)).toBe(false)
  })

  it('after a day, whoever is there', async () => {
    const { chime, meeting, pass, lives } = house
    const meetingId = await meeting()
    chime.media.listening.set(meetingId, 3)
    for (let hour = 0; hour < 23; hour++) await pass(60)
    expect(await lives(meetingId)).toBe(true)
    await pass(60)
    expect(await lives(meetingId)).toBe(false)
  })

  it('and not because a clock is put back', async () => {
    const { meeting, pass, lives } = house
    const meetingId = await meeting()
    await pass(-24 * 60)
    await pass(4.9)
    expect(await lives(meetingId)).toBe(true)
  })
})

describe('what goes', () => {
  it('by hand closes the connections of whom it is about', async () => {
    const { chime, client, meeting, seat } = house
    const meetingId = await meeting()
    const attendeeId = await seat(meetingId)
    await client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId }))
    await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }))
    expect(chime.media.told).toEqual([`removed ${meetingId} ${attendeeId}`, `ended ${meetingId}`])
  })

  it('in a crash takes every meeting with it and tells nobody', async () => {
    const { chime, client, meeting, lives } = house
    const meetingId = await meeting()
    const before = await chime.typesTold()
    await chime.stop()
    await expect(fetch(chime.endpoint)).rejects.toThrow()
    await chime.start()
    expect(await failure(client, new GetMeetingCommand({ MeetingId: meetingId }))).toMatchObject({
      name: 'NotFoundException',
    })
    expect(await chime.typesTold()).toEqual(before)
    expect(await lives(await meeting())).toBe(true)
    await chime.restart()
    expect(await lives(await meeting())).toBe(true)
  })

  it('in a crash comes back once its address is free again', async () => {
    const { chime, meeting, lives } = house
    await chime.stop()
    const other = createServer().listen(Number(new URL(chime.endpoint).port), '127.0.0.1')
    await once(other, 'listening')
    await expect(chime.start()).rejects.toThrow('cannot listen')
    other.close()
    await once(other, 'close')
    await chime.start()
    expect(await lives(await meeting())).toBe(true)
  })

  it('in a crash cuts who was connected, and a seat of before is nobody’s after', async () => {
    await house.stop()
    house = await startChimeOnClock({ media: openMedia })
    const { chime, client, meeting } = house
    const meetingId = await meeting()
    const { JoinToken = '' } = await seatIn(client, meetingId)
    const enter = async () => {
      const socket = new WebSocket(`${chime.origin}/control/${meetingId}`, ['_aws_wt_session', JoinToken])
      const closed = once(socket, 'close')
      await once(socket, 'open')
      return { socket, code: async () => (await closed)[0] }
    }
    const before = await enter()
    expect(before.socket.readyState).toBe(WebSocket.OPEN)
    await chime.restart()
    expect(await before.code()).toBe(1006)
    const after = await enter()
    expect(await after.code(), 'ended').toBe(4410)
  })
})
