// The local Chime as the unmodified SDK client sees it: every operation, and the account's limits.
import {
  BatchCreateAttendeeCommand,
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  type CreateMeetingCommandInput,
  CreateMeetingWithAttendeesCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetAttendeeCommand,
  GetMeetingCommand,
  ListAttendeesCommand,
  ListTagsForResourceCommand,
  paginateListAttendees,
  StartMeetingTranscriptionCommand,
  StopMeetingTranscriptionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAttendeeCapabilitiesCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChimeUnderTest, chimeClient, failure, startChimeUnderTest } from '#test/support/local-chime.ts'

let chime: ChimeUnderTest
let client: ReturnType<typeof chimeClient>

beforeAll(async () => {
  chime = await startChimeUnderTest({ quotas: { rate: 1e6, burst: 1e6, meetings: 1e6 } })
  client = chimeClient(chime.endpoint)
})
afterAll(async () => {
  client.destroy()
  await chime.stop()
})

const create = async (input: Partial<CreateMeetingCommandInput> = {}) => {
  const command = new CreateMeetingCommand({
    MediaRegion: 'ap-southeast-1',
    ExternalMeetingId: 'cnf_1.0',
    ...input,
  })
  const { Meeting } = await client.send(command)
  if (!Meeting?.MeetingId || !Meeting.MeetingArn) throw new Error('no meeting')
  return { ...Meeting, MeetingId: Meeting.MeetingId, MeetingArn: Meeting.MeetingArn }
}

const seat = async (MeetingId: string, ExternalUserId = 'bpt_ca-ninh-binh') => {
  const { Attendee } = await client.send(new CreateAttendeeCommand({ MeetingId, ExternalUserId }))
  if (!Attendee?.AttendeeId) throw new Error('no attendee')
  return { ...Attendee, AttendeeId: Attendee.AttendeeId }
}

const full = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' } as const
const watching = { Audio: 'Receive', Video: 'Receive', Content: 'Receive' } as const
const somebody = '00000000-0000-4000-8000-000000000000'

describe('a meeting', () => {
  it('is created with where its clients connect, read again, and gone once deleted', async () => {
    const meeting = await create({ TenantIds: ['diem-cau'], MeetingHostId: 'desk' })
    expect(meeting).toMatchObject({
      ExternalMeetingId: 'cnf_1.0',
      MediaRegion: 'ap-southeast-1',
      TenantIds: ['diem-cau'],
      MediaPlacement: { SignalingUrl: `${chime.origin}/control/${meeting.MeetingId}` },
    })
    expect(meeting.MediaPlacement?.AudioHostUrl).not.toBe('')
    const { MeetingId } = meeting
    const { Meeting } = await client.send(new GetMeetingCommand({ MeetingId }))
    expect(Meeting).toEqual(meeting)
    const gone = await client.send(new DeleteMeetingCommand({ MeetingId }))
    expect(gone.$metadata.httpStatusCode).toBe(204)
    for (const command of [new GetMeetingCommand({ MeetingId }), new DeleteMeetingCommand({ MeetingId })])
      expect(await failure(client, command)).toMatchObject({ name: 'NotFoundException', status: 404 })
  })

  it('is the same for a repeat of the request, and another request may not use its token', async () => {
    const once = { ClientRequestToken: 'cnf_1-0-1', ExternalMeetingId: 'cnf_1.0' }
    const [first, again] = [await create(once), await create(once)]
    expect(again).toEqual(first)
    const other = new CreateMeetingCommand({ ...once, MediaRegion: 'ap-northeast-1' })
    expect(await failure(client, other)).toMatchObject({ name: 'ConflictException', status: 409 })
    await client.send(new DeleteMeetingCommand({ MeetingId: first.MeetingId }))
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
      const { $metadata, ...answer } = await client.send(
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
    expect(await failure(client, tooMany)).toMatchObject({ name: 'BadRequestException', status: 400 })
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
    expect(await failure(client, command)).toMatchObject({
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
    expect(await failure(client, new CreateMeetingCommand({ ...asked, PrimaryMeetingId }))).toMatchObject({
      name: 'LimitExceededException',
      status: 400,
    })
    const ofReplica = new CreateMeetingCommand({ ...asked, PrimaryMeetingId: replicas[0]?.MeetingId ?? '' })
    expect(await failure(client, ofReplica)).toMatchObject({ name: 'BadRequestException' })
    await client.send(new DeleteMeetingCommand({ MeetingId }))
    for (const replica of replicas)
      expect(await failure(client, new GetMeetingCommand({ MeetingId: replica.MeetingId }))).toMatchObject({
        name: 'NotFoundException',
      })
  })
})

describe('an attendee', () => {
  it('is told its token once, when created, and nobody is told it again', async () => {
    const { MeetingId } = await create()
    const { JoinToken, ...attendee } = await seat(MeetingId)
    expect(JoinToken).toMatch(/^[a-zA-Z0-9+/]{2,2048}$/)
    expect(attendee).toMatchObject({ ExternalUserId: 'bpt_ca-ninh-binh', Capabilities: full })
    const { AttendeeId } = attendee
    const { Attendee } = await client.send(new GetAttendeeCommand({ MeetingId, AttendeeId }))
    expect(Attendee).toEqual(attendee)
    const { Attendees } = await client.send(new ListAttendeesCommand({ MeetingId }))
    expect(Attendees).toEqual([attendee])
    const gone = await client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))
    expect(gone.$metadata.httpStatusCode).toBe(204)
    for (const command of [
      new GetAttendeeCommand({ MeetingId, AttendeeId }),
      new DeleteAttendeeCommand({ MeetingId, AttendeeId }),
      new UpdateAttendeeCapabilitiesCommand({ MeetingId, AttendeeId, Capabilities: full }),
    ])
      expect(await failure(client, command)).toMatchObject({ name: 'NotFoundException', status: 404 })
  })

  it('is created anew under the same name', async () => {
    const { MeetingId } = await create()
    expect((await seat(MeetingId)).AttendeeId).not.toBe((await seat(MeetingId)).AttendeeId)
  })

  it('is one of 250, whoever is connected; a deleted one makes room', async () => {
    const { MeetingId } = await create()
    const batch = (from: number, count: number) =>
      client.send(
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
    expect(await failure(client, one)).toMatchObject(limit)
    await expect(batch(260, 1)).rejects.toMatchObject({ name: limit.name })
    const AttendeeId = last.Attendees?.[0]?.AttendeeId ?? ''
    await client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))
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
    for await (const page of paginateListAttendees({ client, pageSize: 10 }, { MeetingId })) {
      const found = page.Attendees?.map(({ AttendeeId }) => AttendeeId ?? '') ?? []
      sizes.push(found.length)
      seen.push(...found)
      for (const AttendeeId of found.slice(-1))
        await client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))
    }
    expect(seen).toEqual(ids)
    expect(sizes).toEqual([10, 10, 3])
    for (const bad of [{ NextToken: 'nonsense' }, { MaxResults: 101 }, { MaxResults: 0 }])
      expect(await failure(client, new ListAttendeesCommand({ MeetingId, ...bad }))).toMatchObject({
        name: 'BadRequestException',
      })
  })
})

describe('capabilities', () => {
  it('change for one, and for all but some', async () => {
    const { MeetingId } = await create()
    const [speaker, other] = [await seat(MeetingId, 'bpt_a'), await seat(MeetingId, 'bpt_b')]
    const capabilitiesOf = async (AttendeeId: string) =>
      (await client.send(new GetAttendeeCommand({ MeetingId, AttendeeId }))).Attendee?.Capabilities
    const { Attendee } = await client.send(
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
    expect(await failure(client, except(somebody))).toMatchObject({ name: 'NotFoundException' })
    expect(await capabilitiesOf(other.AttendeeId)).toEqual(watching)
    await client.send(except(speaker.AttendeeId))
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
      expect(await failure(client, command)).toMatchObject({ name: 'BadRequestException' })
    expect((await client.send(new ListAttendeesCommand({ MeetingId }))).Attendees).toHaveLength(1)
  })
})

describe('tags', () => {
  it('are put, listed, taken away, fifty at most', async () => {
    const { MeetingArn: ResourceARN } = await create({ Tags: [{ Key: 'stage', Value: 'test' }] })
    const listed = async () => (await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags
    await client.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'conference', Value: 'cnf_1' }] }))
    expect(await listed()).toEqual([
      { Key: 'stage', Value: 'test' },
      { Key: 'conference', Value: 'cnf_1' },
    ])
    await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['stage'] }))
    expect(await listed()).toHaveLength(1)
    const fifty = Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: '' }))
    const tooMany = new TagResourceCommand({ ResourceARN, Tags: fifty })
    expect(await failure(client, tooMany)).toMatchObject({ name: 'TooManyTagsException', status: 400 })
    const other = new ListTagsForResourceCommand({ ResourceARN: `${ResourceARN}0` })
    expect(await failure(client, other)).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
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
    expect(await failure(client, start('vi-VN'))).toMatchObject({ name: 'BadRequestException' })
    expect(await failure(client, stop)).toMatchObject({ name: 'UnprocessableEntityException', status: 422 })
    await client.send(start('en-US'))
    await client.send(stop)
    expect(await failure(client, stop)).toMatchObject({ name: 'UnprocessableEntityException' })
  })
})
