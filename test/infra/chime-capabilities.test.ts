// Capabilities, tags and transcription of the local Chime through the unmodified SDK client.
import {
  BatchCreateAttendeeCommand,
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  CreateAttendeeCommand,
  type CreateMeetingCommandInput,
  GetAttendeeCommand,
  ListAttendeesCommand,
  ListTagsForResourceCommand,
  StartMeetingTranscriptionCommand,
  StopMeetingTranscriptionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAttendeeCapabilitiesCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { describe, expect, it } from 'vitest'
import { chimeOfFile } from '#test/support/chime-of-file.ts'
import { failure, meetingOf, seatIn } from '#test/support/local-chime.ts'

const on = chimeOfFile()

const create = (input: Partial<CreateMeetingCommandInput> = {}) => meetingOf(on.client, input)
const seat = (meetingId: string, name?: string) => seatIn(on.client, meetingId, name)

const full = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' } as const
const watching = { Audio: 'Receive', Video: 'Receive', Content: 'Receive' } as const
const somebody = '00000000-0000-4000-8000-000000000000'

describe('capabilities', () => {
  it('change for one, and for all but some', async () => {
    const { MeetingId } = await create()
    const [speaker, other] = [await seat(MeetingId, 'bpt_a'), await seat(MeetingId, 'bpt_b')]
    const capabilitiesOf = async (AttendeeId: string) =>
      (await on.client.send(new GetAttendeeCommand({ MeetingId, AttendeeId }))).Attendee?.Capabilities
    const { Attendee } = await on.client.send(
      new UpdateAttendeeCapabilitiesCommand({
        MeetingId,
        AttendeeId: other.AttendeeId,
        Capabilities: watching,
      }),
    )
    expect(Attendee?.Capabilities).toEqual(watching)
    const none = { Audio: 'None', Video: 'None', Content: 'None' } as const
    const except = (AttendeeId: string) =>
      new BatchUpdateAttendeeCapabilitiesExceptCommand({
        MeetingId,
        ExcludedAttendeeIds: [{ AttendeeId }],
        Capabilities: none,
      })
    expect(await failure(on.client, except(somebody))).toMatchObject({ name: 'NotFoundException' })
    expect(await capabilitiesOf(other.AttendeeId)).toEqual(watching)
    await on.client.send(except(speaker.AttendeeId))
    expect([await capabilitiesOf(speaker.AttendeeId), await capabilitiesOf(other.AttendeeId)]).toEqual([
      full,
      none,
    ])
  })

  it('that cannot be are refused wherever they are asked for', async () => {
    const { MeetingId } = await create()
    const { AttendeeId } = await seat(MeetingId)
    const Capabilities = { Audio: 'SendReceive', Video: 'Send', Content: 'Receive' } as const
    const one = { ExternalUserId: 'bpt_x', Capabilities }
    for (const command of [
      new CreateAttendeeCommand({ MeetingId, ...one }),
      new BatchCreateAttendeeCommand({ MeetingId, Attendees: [one] }),
      new UpdateAttendeeCapabilitiesCommand({ MeetingId, AttendeeId, Capabilities }),
      new BatchUpdateAttendeeCapabilitiesExceptCommand({
        MeetingId,
        ExcludedAttendeeIds: [{ AttendeeId }],
        Capabilities,
      }),
    ])
      expect(await failure(on.client, command)).toMatchObject({ name: 'BadRequestException' })
    expect((await on.client.send(new ListAttendeesCommand({ MeetingId }))).Attendees).toHaveLength(1)
  })
})

describe('tags', () => {
  it('are put, listed, taken away, fifty at most', async () => {
    const { MeetingArn: ResourceARN } = await create({ Tags: [{ Key: 'stage', Value: 'test' }] })
    const listed = async () => (await on.client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags
    await on.client.send(
      new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'conference', Value: 'cnf_1' }] }),
    )
    expect(await listed()).toEqual([
      { Key: 'stage', Value: 'test' },
      { Key: 'conference', Value: 'cnf_1' },
    ])
    await on.client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['stage'] }))
    expect(await listed()).toHaveLength(1)
    const fifty = Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: '' }))
    const tooMany = new TagResourceCommand({ ResourceARN, Tags: fifty })
    expect(await failure(on.client, tooMany)).toMatchObject({ name: 'TooManyTagsException', status: 400 })
    const other = new ListTagsForResourceCommand({ ResourceARN: `${ResourceARN}0` })
    expect(await failure(on.client, other)).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
  })
})

describe('transcription', () => {
  it('starts in a language it knows, which Vietnamese is not, and stops', async () => {
    const { MeetingId } = await create()
    const start = (LanguageCode: string) =>
      new StartMeetingTranscriptionCommand({
        MeetingId,
        TranscriptionConfiguration: { EngineTranscribeSettings: { LanguageCode: LanguageCode as 'en-US' } },
      })
    const stop = new StopMeetingTranscriptionCommand({ MeetingId })
    expect(await failure(on.client, start('vi-VN'))).toMatchObject({ name: 'BadRequestException' })
    expect(await failure(on.client, stop)).toMatchObject({
      name: 'UnprocessableEntityException',
      status: 422,
    })
    await on.client.send(start('en-US'))
    await on.client.send(stop)
    expect(await failure(on.client, stop)).toMatchObject({ name: 'UnprocessableEntityException' })
  })
})
