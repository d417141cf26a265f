// Meetings of the local Chime as the unmodified SDK client makes, reads and ends them.
import {
  CreateMeetingCommand,
  type CreateMeetingCommandInput,
  CreateMeetingWithAttendeesCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { describe, expect, it } from 'vitest'
import { chimeOfFile } from '#test/support/chime-of-file.ts'
import { failure, meetingOf } from '#test/support/local-chime.ts'

const on = chimeOfFile()

const create = (input: Partial<CreateMeetingCommandInput> = {}) => meetingOf(on.client, input)

const somebody = '00000000-0000-4000-8000-000000000000'

describe('a meeting', () => {
  it('is created with where its clients connect, read again, and gone once deleted', async () => {
    const meeting = await create({ TenantIds: ['diem-cau'], MeetingHostId: 'desk' })
    expect(meeting).toMatchObject({
      ExternalMeetingId: 'cnf_1.0',
      MediaRegion: 'ap-southeast-1',
      TenantIds: ['diem-cau'],
      MediaPlacement: { SignalingUrl: `${on.chime.origin}/control/${meeting.MeetingId}` },
    })
    expect(meeting.MediaPlacement?.AudioHostUrl).not.toBe('')
    const { MeetingId } = meeting
    const { Meeting } = await on.client.send(new GetMeetingCommand({ MeetingId }))
    expect(Meeting).toEqual(meeting)
    const gone = await on.client.send(new DeleteMeetingCommand({ MeetingId }))
    expect(gone.$metadata.httpStatusCode).toBe(204)
    for (const command of [new GetMeetingCommand({ MeetingId }), new DeleteMeetingCommand({ MeetingId })])
      expect(await failure(on.client, command)).toMatchObject({ name: 'NotFoundException', status: 404 })
    expect(await failure(on.client, new GetMeetingCommand({ MeetingId: 'cnf_1.0' }))).toMatchObject({
      name: 'BadRequestException',
    })
  })

  it('is the same for a repeat of the request, and another request may not use its token', async () => {
    const once = { ClientRequestToken: 'cnf_1-0-1', ExternalMeetingId: 'cnf_1.0' }
    const [first, again] = [await create(once), await create(once)]
    expect(again).toEqual(first)
    const other = new CreateMeetingCommand({ ...once, MediaRegion: 'ap-northeast-1' })
    expect(await failure(on.client, other)).toMatchObject({ name: 'ConflictException', status: 409 })
    await on.client.send(new DeleteMeetingCommand({ MeetingId: first.MeetingId }))
    // The token names the request, not the meeting: whoever wants another asks with another.
    expect(await create(once)).toEqual(first)
    expect(await create({ ...once, ClientRequestToken: 'cnf_1-0-2' })).not.toEqual(first)
  })

  it('with its first attendees comes once as well, ten of them at most', async () => {
    const Attendees = Array.from({ length: 10 }, (_, n) => ({ ExternalUserId: `bpt_${n}` }))
    const input = {
      ...{ MediaRegion: 'ap-southeast-1', ExternalMeetingId: 'cnf_2.0' },
      ClientRequestToken: 'cnf_2-0-1',
    }
    const both = async () => {
      const { $metadata, ...answer } = await on.client.send(
        new CreateMeetingWithAttendeesCommand({ ...input, Attendees }),
      )
      expect($metadata.httpStatusCode).toBe(200)
      return answer
    }
    const first = await both()
    expect(first.Attendees?.map(({ ExternalUserId }) => ExternalUserId)).toEqual(
      Attendees.map(({ ExternalUserId }) => ExternalUserId),
    )
    expect(await both()).toEqual(first)
    const eleven = [...Attendees, { ExternalUserId: 'bpt_10' }]
    const tooMany = new CreateMeetingWithAttendeesCommand({
      ...input,
      ClientRequestToken: 'cnf_2-0-2',
      Attendees: eleven,
    })
    expect(await failure(on.client, tooMany)).toMatchObject({ name: 'BadRequestException', status: 400 })
  })

  it.each([
    ['a Vietnamese name', { ExternalMeetingId: 'Hội nghị trực tuyến' }],
    ['a reserved name', { ExternalMeetingId: 'AWS:mine' }],
    ['a name of one letter', { ExternalMeetingId: 'x' }],
    ['a long name', { ExternalMeetingId: 'x'.repeat(65) }],
    ['a region without media', { MediaRegion: 'vn-north-1' }],
    ['a token with a dot', { ClientRequestToken: 'cnf_1.0' }],
    ['a primary nobody knows', { PrimaryMeetingId: somebody }],
    ['too many attendees', { MeetingFeatures: { Attendee: { MaxCount: 251 } } }],
    ['full HD without a number', { MeetingFeatures: { Video: { MaxResolution: 'FHD' } } }],
    [
      'ultra HD for more than 25',
      { MeetingFeatures: { Content: { MaxResolution: 'UHD' }, Attendee: { MaxCount: 26 } } },
    ],
  ] as const)('is refused for %s', async (_what, input) => {
    const command = new CreateMeetingCommand({
      MediaRegion: 'ap-southeast-1',
      ExternalMeetingId: 'cnf_1.0',
      ...(input as Partial<CreateMeetingCommandInput>),
    })
    expect(await failure(on.client, command)).toMatchObject({
      name: 'BadRequestException',
      status: 400,
      Code: 'BadRequest',
    })
  })

  it('has four replicas at most, which end with it and are no primaries', async () => {
    const { MeetingId } = await create()
    const PrimaryMeetingId = MeetingId
    const replicas = []
    for (let n = 1; n <= 4; n++)
      replicas.push(await create({ PrimaryMeetingId, ExternalMeetingId: `cnf_1.${n}` }))
    expect(replicas[0]?.PrimaryMeetingId).toBe(MeetingId)
    const asked = { MediaRegion: 'ap-southeast-1', ExternalMeetingId: 'cnf_1.5' }
    expect(await failure(on.client, new CreateMeetingCommand({ ...asked, PrimaryMeetingId }))).toMatchObject({
      name: 'LimitExceededException',
      status: 400,
    })
    const ofReplica = new CreateMeetingCommand({ ...asked, PrimaryMeetingId: replicas[0]?.MeetingId ?? '' })
    expect(await failure(on.client, ofReplica)).toMatchObject({ name: 'BadRequestException' })
    await on.client.send(new DeleteMeetingCommand({ MeetingId }))
    for (const replica of replicas)
      expect(await failure(on.client, new GetMeetingCommand({ MeetingId: replica.MeetingId }))).toMatchObject(
        {
          name: 'NotFoundException',
        },
      )
  })
})
