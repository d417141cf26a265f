// Attendees of the local Chime as the unmodified SDK client makes, lists and deletes them.
import {
  BatchCreateAttendeeCommand,
  CreateAttendeeCommand,
  type CreateMeetingCommandInput,
  DeleteAttendeeCommand,
  GetAttendeeCommand,
  ListAttendeesCommand,
  paginateListAttendees,
  UpdateAttendeeCapabilitiesCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { describe, expect, it } from 'vitest'
import { chimeOfFile } from '#test/support/chime-of-file.ts'
import { failure, meetingOf, seatIn } from '#test/support/local-chime.ts'

const on = chimeOfFile()

const create = (input: Partial<CreateMeetingCommandInput> = {}) => meetingOf(on.client, input)
const seat = (meetingId: string, name?: string) => seatIn(on.client, meetingId, name)

const full = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' } as const

describe('an attendee', () => {
  it('is told its token once, when created, and nobody is told it again', async () => {
    const { MeetingId } = await create()
    const { JoinToken, ...attendee } = await seat(MeetingId)
    expect(JoinToken).toMatch(/^[a-zA-Z0-9+/]{2,2048}$/)
    expect(attendee).toMatchObject({ ExternalUserId: 'bpt_ca-ninh-binh', Capabilities: full })
    const { AttendeeId } = attendee
    const { Attendee } = await on.client.send(new GetAttendeeCommand({ MeetingId, AttendeeId }))
    expect(Attendee).toEqual(attendee)
    const { Attendees } = await on.client.send(new ListAttendeesCommand({ MeetingId }))
    expect(Attendees).toEqual([attendee])
    const gone = await on.client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))
    expect(gone.$metadata.httpStatusCode).toBe(204)
    for (const command of [
      new GetAttendeeCommand({ MeetingId, AttendeeId }),
      new DeleteAttendeeCommand({ MeetingId, AttendeeId }),
      new UpdateAttendeeCapabilitiesCommand({ MeetingId, AttendeeId, Capabilities: full }),
    ])
      expect(await failure(on.client, command)).toMatchObject({ name: 'NotFoundException', status: 404 })
  })

  it('is created anew under the same name', async () => {
    const { MeetingId } = await create()
    expect((await seat(MeetingId)).AttendeeId).not.toBe((await seat(MeetingId)).AttendeeId)
  })

  it('is one of 250, whoever is connected; a deleted one makes room', async () => {
    const { MeetingId } = await create()
    const batch = (from: number, count: number) =>
      on.client.send(
        new BatchCreateAttendeeCommand({
          MeetingId,
          Attendees: Array.from({ length: count }, (_, n) => ({ ExternalUserId: `bpt_${from + n}` })),
        }),
      )
    await batch(0, 100)
    await batch(100, 100)
    const last = await batch(200, 60)
    expect([last.Attendees?.length, last.Errors?.length]).toEqual([50, 10])
    expect(last.Errors?.[0]).toMatchObject({ ExternalUserId: 'bpt_250', ErrorCode: 'LimitExceeded' })
    const limit = { name: 'LimitExceededException', status: 400, Code: 'LimitExceeded' }
    const one = new CreateAttendeeCommand({ MeetingId, ExternalUserId: 'bpt_late' })
    expect(await failure(on.client, one)).toMatchObject(limit)
    await expect(batch(260, 1)).rejects.toMatchObject({ name: limit.name })
    const AttendeeId = last.Attendees?.[0]?.AttendeeId ?? ''
    await on.client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))
    await seat(MeetingId, 'bpt_late')
    await expect(batch(0, 101)).rejects.toMatchObject({ name: 'BadRequestException' })
  })

  it('is one of as many as the meeting says', async () => {
    const { MeetingId } = await create({ MeetingFeatures: { Attendee: { MaxCount: 1 } } })
    await seat(MeetingId)
    await expect(seat(MeetingId)).rejects.toMatchObject({ name: 'LimitExceededException' })
  })

  it.each(['Điểm cầu Hà Nội', 'aws:x', 'x', ''])('is refused under the name “%s”', async (name) => {
    const { MeetingId } = await create()
    await expect(seat(MeetingId, name)).rejects.toMatchObject({ name: 'BadRequestException' })
  })

  it('is listed by the page, each once, also while some go', async () => {
    const { MeetingId } = await create()
    const ids: string[] = []
    for (let n = 0; n < 23; n++) ids.push((await seat(MeetingId, `bpt_${n}`)).AttendeeId)
    const seen: string[] = []
    const sizes: number[] = []
    for await (const page of paginateListAttendees({ client: on.client, pageSize: 10 }, { MeetingId })) {
      const found = page.Attendees?.map(({ AttendeeId }) => AttendeeId ?? '') ?? []
      sizes.push(found.length)
      seen.push(...found)
      for (const AttendeeId of found.slice(-1))
        await on.client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))
    }
    expect(seen).toEqual(ids)
    expect(sizes).toEqual([10, 10, 3])
    for (const bad of [{ NextToken: 'nonsense' }, { MaxResults: 101 }, { MaxResults: 0 }])
      expect(await failure(on.client, new ListAttendeesCommand({ MeetingId, ...bad }))).toMatchObject({
        name: 'BadRequestException',
      })
  })
})
