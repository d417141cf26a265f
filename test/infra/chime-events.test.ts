// What the local Chime tells of meetings and attendees: the fields AWS sends, twice and in any order where manners say so.
import {
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChimeEvent } from '#functions/bridge-points/chime.schema.ts'
import { startChimeOnClock } from '#test/support/local-chime.ts'

let house: Awaited<ReturnType<typeof startChimeOnClock>>
beforeEach(async () => {
  house = await startChimeOnClock()
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
    house = await startChimeOnClock({ manners: { repeat: 0.5, delayMs: 20, seed: 7 } })
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
