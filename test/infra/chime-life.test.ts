// Meetings over time: what is told of them, how they end, what an end and a crash leave behind.
import {
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChimeEvent } from '#functions/bridge-points/chime.schema.ts'
import type { ChimeOptions } from '#infra/local/chime/chime.ts'
import { chimeClient, failure, meetingOf, seatIn, startChimeUnderTest } from '#test/support/local-chime.ts'

const start = async (options: ChimeOptions = {}) => {
  let at = Date.parse('2022-11-23T06:30:00Z')
  const chime = await startChimeUnderTest({ ...options, now: () => new Date(at) })
  const client = chimeClient(chime.endpoint, 3)
  const meeting = async (PrimaryMeetingId?: string) =>
    (await meetingOf(client, PrimaryMeetingId ? { PrimaryMeetingId } : {})).MeetingId
  const seat = async (meetingId: string) => (await seatIn(client, meetingId, 'bpt_a')).AttendeeId
  return {
    chime,
    client,
    meeting,
    seat,
    pass: async (minutes: number) => {
      at += minutes * 60_000
      await chime.look()
    },
    lives: (MeetingId: string) =>
      client.send(new GetMeetingCommand({ MeetingId })).then(
        () => true,
        () => false,
      ),
    stop: async () => {
      client.destroy()
      await chime.stop()
    },
  }
}

let house: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  house = await start()
})
afterEach(() => house.stop())

describe('events', () => {
  it('tell of a meeting and its attendees with the fields AWS sends', async () => {
    const { chime, client, meeting, seat } = house
    const meetingId = await meeting()
    const attendeeId = await seat(meetingId)
    const who = { meetingId, attendeeId, externalUserId: 'bpt_a' }
    for (const what of ['joined', 'video-started', 'content-joined', 'video-stopped', 'dropped'] as const)
      chime.media.tell({ what, ...who })
    await client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId }))
    await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }))
    expect(await chime.typesTold()).toEqual([
      'chime:MeetingStarted',
      'chime:AttendeeAdded',
      'chime:AttendeeJoined',
      'chime:AttendeeVideoStarted',
      'chime:AttendeeContentJoined',
      'chime:AttendeeVideoStopped',
      'chime:AttendeeDropped',
      'chime:AttendeeDeleted',
      'chime:MeetingEnded',
    ])
    const common = { version: '0', timestamp: Date.parse('2022-11-23T06:30:00Z'), meetingId }
    expect(chime.events[0]).toEqual({
      ...{ version: '0', id: expect.any(String), source: 'aws.chime', account: '000000000000' },
      'detail-type': 'Chime Meeting State Change',
      time: '2022-11-23T06:30:00Z',
      ...{ region: 'ap-southeast-1', resources: [] },
      detail: {
        ...{ ...common, eventType: 'chime:MeetingStarted', externalMeetingId: 'cnf_1.0' },
        mediaRegion: 'ap-southeast-1',
      },
    })
    const ofAttendee = { ...common, ...who, mediaRegion: 'ap-southeast-1' }
    const voip = { networkType: 'Voip' }
    expect(chime.events.slice(1, 8).map(({ detail: { eventType, ...rest } }) => rest)).toEqual([
      ofAttendee,
      { ...ofAttendee, ...voip },
      ofAttendee,
      { ...ofAttendee, ...voip },
      ofAttendee,
      { ...ofAttendee, ...voip },
      ofAttendee,
    ])
    for (const event of chime.events) expect(ChimeEvent.safeParse(event).success).toBe(true)
  })

  it('tell of changed capabilities, and the media plane is told of each', async () => {
    const { chime, client, meeting, seat } = house
    const meetingId = await meeting()
    const [one, two, kept] = [await seat(meetingId), await seat(meetingId), await seat(meetingId)]
    await client.send(
      new BatchUpdateAttendeeCapabilitiesExceptCommand({
        MeetingId: meetingId,
        ExcludedAttendeeIds: [{ AttendeeId: kept }],
        Capabilities: { Audio: 'Receive', Video: 'SendReceive', Content: 'Receive' },
      }),
    )
    await chime.settled()
    expect(chime.events.slice(-2).map(({ detail }) => detail)).toMatchObject(
      [one, two].map((attendeeId) => ({
        ...{ eventType: 'chime:AttendeeCapabilitiesUpdated', success: '1', attendeeId },
        attendeeCapabilities: { audio: 'Receive', video: 'SendReceive', content: 'Receive' },
      })),
    )
    expect(chime.media.told).toEqual([`changed ${meetingId} ${one}`, `changed ${meetingId} ${two}`])
  })

  it('are repeated and shuffled where manners say so, and none is lost', async () => {
    await house.stop()
    house = await start({ manners: { repeat: 0.5, delayMs: 20, seed: 7 } })
    const { chime, meeting, seat } = house
    const meetingId = await meeting()
    const seats: string[] = []
    for (let n = 0; n < 20; n++) seats.push(await seat(meetingId))
    await chime.settled()
    const told = chime.events.flatMap(({ detail }) => (detail.attendeeId as string) ?? [])
    expect(new Set(told)).toEqual(new Set(seats))
    expect(told.length).toBeGreaterThan(seats.length)
    expect(new Set(chime.events.map(({ id }) => id)).size).toBe(21)
    expect([...new Set(told)]).not.toEqual(seats)
  })
})

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
})
