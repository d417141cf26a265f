// Media pipelines of the local Chime as their own unmodified client sees them, with a real object store behind.
import {
  ChimeSDKMediaPipelinesClient,
  CreateMediaCapturePipelineCommand,
  type CreateMediaCapturePipelineCommandInput,
  CreateMediaConcatenationPipelineCommand,
  CreateMediaLiveConnectorPipelineCommand,
  DeleteMediaCapturePipelineCommand,
  DeleteMediaPipelineCommand,
  GetMediaCapturePipelineCommand,
  GetMediaPipelineCommand,
  ListMediaCapturePipelinesCommand,
  ListMediaPipelinesCommand,
  paginateListMediaPipelines,
} from '@aws-sdk/client-chime-sdk-media-pipelines'
import { CreateMeetingCommand, DeleteMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openObjects } from '#infra/local/chime/pipeline-objects.ts'
import { eventually } from '#test/support/eventually.ts'
import { startStore } from '#test/support/files.ts'
import { type ChimeUnderTest, chimeClient, failure, startChimeUnderTest } from '#test/support/local-chime.ts'
import { tappedMedia } from '#test/support/tapped-media.ts'
import { readWebm } from '#test/support/webm.ts'

const media = tappedMedia()
let chime: ChimeUnderTest
let store: Awaited<ReturnType<typeof startStore>>
let meetings: ReturnType<typeof chimeClient>
let client: ChimeSDKMediaPipelinesClient
const objects = openObjects(() => ({
  endpoint: process.env.S3_ENDPOINT ?? '',
  credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
}))

beforeAll(async () => {
  store = await startStore()
  const plenty = { rate: 1e6, burst: 1e6, meetings: 1e6, pipelines: 1e6 }
  chime = await startChimeUnderTest({ quotas: plenty, media: media.open, objects })
  meetings = chimeClient(chime.endpoint)
  client = pipelinesClient(chime.endpoint)
})
afterAll(async () => {
  meetings.destroy()
  client.destroy()
  objects.close()
  await chime.stop()
  await store.stop()
})

const pipelinesClient = (endpoint: string) =>
  new ChimeSDKMediaPipelinesClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'anything', secretAccessKey: 'anything' },
    maxAttempts: 1,
  })

const meet = async (by = meetings) => {
  const { Meeting } = await by.send(
    new CreateMeetingCommand({ MediaRegion: 'ap-southeast-1', ExternalMeetingId: 'cnf_1.0' }),
  )
  if (!Meeting?.MeetingId || !Meeting.MeetingArn) throw new Error('no meeting')
  return { id: Meeting.MeetingId, arn: Meeting.MeetingArn }
}

const captureOf = (arn: string, more: Partial<CreateMediaCapturePipelineCommandInput> = {}) =>
  new CreateMediaCapturePipelineCommand({
    SourceType: 'ChimeSdkMeeting',
    SourceArn: arn,
    SinkType: 'S3Bucket',
    SinkArn: 'arn:aws:s3:::files/cnf_1/rec_1',
    ChimeSdkMeetingConfiguration: {
      ArtifactsConfiguration: {
        Audio: { MuxType: 'AudioWithCompositedVideo' },
        Video: { State: 'Disabled' },
        Content: { State: 'Disabled' },
        CompositedVideo: {
          Layout: 'GridView',
          Resolution: 'FHD',
          GridViewConfiguration: { ContentShareLayout: 'PresenterOnly' },
        },
      },
    },
    ...more,
  })

const capture = async (arn: string, more?: Partial<CreateMediaCapturePipelineCommandInput>) => {
  const { MediaCapturePipeline } = await client.send(captureOf(arn, more))
  const { MediaPipelineId: id, MediaPipelineArn } = MediaCapturePipeline ?? {}
  if (!id || !MediaPipelineArn) throw new Error('no pipeline')
  return { id, arn: MediaPipelineArn, told: MediaCapturePipeline }
}

const disabled = { State: 'Disabled' } as const
const joinOf = (arn: string, Destination: string) =>
  new CreateMediaConcatenationPipelineCommand({
    Sources: [
      {
        Type: 'MediaCapturePipeline',
        MediaCapturePipelineSourceConfiguration: {
          MediaPipelineArn: arn,
          ChimeSdkMeetingConfiguration: {
            ArtifactsConfiguration: {
              Audio: { State: 'Enabled' },
              CompositedVideo: { State: 'Enabled' },
              ...{ Video: disabled, Content: disabled, DataChannel: disabled },
              ...{ TranscriptionMessages: disabled, MeetingEvents: disabled },
            },
          },
        },
      },
    ],
    Sinks: [{ Type: 'S3Bucket', S3BucketSinkConfiguration: { Destination } }],
  })

const streamOf = (Arn: string, Url = 'rtmps://live.example:443/app/stream-key-9') =>
  new CreateMediaLiveConnectorPipelineCommand({
    Sources: [
      {
        SourceType: 'ChimeSdkMeeting',
        ChimeSdkMeetingLiveConnectorConfiguration: { Arn, MuxType: 'AudioWithCompositedVideo' },
      },
    ],
    Sinks: [{ SinkType: 'RTMP', RTMPConfiguration: { Url } }],
  })

const told = (id: string) =>
  chime.events.filter(({ detail }) => detail.mediaPipelineId === id).map(({ detail }) => detail)

it('a capture is put in pieces, and joined once it has ended', async () => {
  const { id: meetingId, arn } = await meet()
  const { id, arn: pipeline, told: created } = await capture(arn)
  expect(created).toMatchObject({ Status: 'InProgress', SourceArn: arn, SinkType: 'S3Bucket' })
  expect(created?.CreatedTimestamp).toBeInstanceOf(Date)
  const { MediaConcatenationPipeline } = await client.send(joinOf(pipeline, 'arn:aws:s3:::files/cnf_1/whole'))
  const joining = MediaConcatenationPipeline?.MediaPipelineId ?? ''
  media.play(meetingId, 1_000, 13_000)
  await client.send(new DeleteMediaCapturePipelineCommand({ MediaPipelineId: id }))
  await chime.settled()

  expect(media.listeners(meetingId)).toBe(0)
  const pieces = await objects.list('files', 'cnf_1/rec_1/composited-video/')
  expect(pieces.length).toBe(3)
  const whole = await objects.get('files', `cnf_1/whole/composited-video/${joining}.webm`)
  const found = await readWebm(whole)
  expect(found.seconds).toBeCloseTo(12, 0)
  expect(found.pictures.length).toBe(300)

  expect(told(id).map(({ eventType }) => eventType)).toEqual([
    'chime:MediaPipelineInProgress',
    'chime:MediaPipelineDeleted',
  ])
  expect(told(joining).map(({ eventType }) => eventType)).toContain('chime:MediaPipelineDeleted')
  expect(told(id)[0]).toMatchObject({
    version: '0',
    meetingId,
    externalMeetingId: 'cnf_1.0',
    mediaPipelineId: id,
    mediaRegion: 'ap-southeast-1',
  })
  const event = chime.events.find(({ detail }) => detail.mediaPipelineId === id)
  expect(event?.['detail-type']).toBe('Chime Media Pipeline State Change')
})

it('a capture ends with its meeting, and what was recorded is put', async () => {
  const { id: meetingId, arn } = await meet()
  const { id } = await capture(arn, { SinkArn: 'arn:aws:s3:::files' })
  media.play(meetingId, 500, 2_500)
  await meetings.send(new DeleteMeetingCommand({ MeetingId: meetingId }))
  await chime.settled()
  expect(told(id).at(-1)?.eventType).toBe('chime:MediaPipelineDeleted')
  expect((await objects.list('files', `${id}/composited-video/`)).length).toBe(1)
  const gone = await failure(client, new GetMediaPipelineCommand({ MediaPipelineId: id }))
  expect(gone).toMatchObject({ name: 'NotFoundException', status: 404 })
})

it('a capture whose bucket is not there fails and says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { id: meetingId, arn } = await meet()
  const { id } = await capture(arn, { SinkArn: 'arn:aws:s3:::elsewhere/x' })
  media.play(meetingId, 0, 7_000)
  await eventually(() => expect(told(id).at(-1)?.eventType).toBe('chime:MediaPipelinePermanentFailure'))
  expect(media.listeners(meetingId)).toBe(0)
})

it('a live connector runs, is logged without its key, and ends', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const { arn } = await meet()
  const { MediaLiveConnectorPipeline } = await client.send(streamOf(arn))
  const id = MediaLiveConnectorPipeline?.MediaPipelineId ?? ''
  expect(MediaLiveConnectorPipeline?.Status).toBe('InProgress')
  expect(log.mock.calls.join()).toContain('rtmps://live.example:443/***')
  expect(log.mock.calls.join()).not.toContain('stream-key-9')
  const other = await meet()
  await client.send(streamOf(other.arn, 'rtmp://user:stream-key-9@live.example/app/stream-key-9/'))
  expect(log.mock.calls.join()).toContain('rtmp://live.example/***')
  expect(log.mock.calls.join()).not.toContain('stream-key-9')
  log.mockRestore()
  const { MediaPipeline } = await client.send(new GetMediaPipelineCommand({ MediaPipelineId: id }))
  expect(MediaPipeline?.MediaLiveConnectorPipeline?.MediaPipelineId).toBe(id)
  expect(await failure(client, streamOf(arn))).toMatchObject({ name: 'ResourceLimitExceededException' })
  await client.send(new DeleteMediaPipelineCommand({ MediaPipelineId: id }))
  await chime.settled()
  expect(told(id).at(-1)?.eventType).toBe('chime:MediaPipelineDeleted')
})

it('a repeat under one token is answered as the first was; another request under it is refused', async () => {
  const { arn } = await meet()
  const token = { ClientRequestToken: `again-${arn.slice(-8)}` }
  const first = await capture(arn, token)
  expect((await capture(arn, token)).id).toBe(first.id)
  const other = captureOf(arn, { ...token, SinkArn: 'arn:aws:s3:::files/other' })
  expect(await failure(client, other)).toMatchObject({ name: 'BadRequestException', status: 400 })
})

it('is read and listed by the page', async () => {
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push((await capture((await meet()).arn)).id)
  const { MediaCapturePipeline } = await client.send(
    new GetMediaCapturePipelineCommand({ MediaPipelineId: ids[0] }),
  )
  expect(MediaCapturePipeline?.MediaPipelineId).toBe(ids[0])
  const listed: unknown[] = []
  for await (const page of paginateListMediaPipelines({ client, pageSize: 2 }, {}))
    listed.push(...(page.MediaPipelines ?? []).map(({ MediaPipelineId }) => MediaPipelineId))
  expect(listed).toEqual(expect.arrayContaining(ids))
  const captures = await client.send(new ListMediaCapturePipelinesCommand({ MaxResults: 100 }))
  expect(captures.MediaCapturePipelines?.map(({ MediaPipelineId }) => MediaPipelineId)).toEqual(
    expect.arrayContaining(ids),
  )
})

const nobody = '00000000-0000-4000-8000-000000000000'
const nowhere = `arn:aws:chime:ap-southeast-1:000000000000:meeting/${nobody}`

it.each([
  ['an unknown meeting', captureOf(nowhere), 'BadRequestException', 400],
  ['a sink that is no bucket', captureOf(nowhere, { SinkArn: 'arn:aws:sqs:x' }), 'BadRequestException', 400],
  ['an unknown capture', joinOf(nowhere, 'arn:aws:s3:::files'), 'BadRequestException', 400],
  ['a stream to http', streamOf(nowhere, 'http://live.example/x'), 'BadRequestException', 400],
  [
    'an unknown pipeline',
    new DeleteMediaPipelineCommand({ MediaPipelineId: nobody }),
    'NotFoundException',
    404,
  ],
] as const)('%s is refused', async (_, command, name, status) => {
  const refused = await failure(client, command)
  expect(refused).toMatchObject({ name, status, $fault: 'client' })
  expect(refused).toHaveProperty('RequestId')
})

it('ten pipelines at once are the account’s, and one capture a meeting’s', async () => {
  const own = await startChimeUnderTest({ media: media.open, objects, quotas: { rate: 1e6, burst: 1e6 } })
  const [of, to] = [chimeClient(own.endpoint), pipelinesClient(own.endpoint)]
  const first = await meet(of)
  await to.send(captureOf(first.arn))
  expect(await failure(to, captureOf(first.arn))).toMatchObject({ name: 'ResourceLimitExceededException' })
  for (let n = 1; n < 10; n++) await to.send(captureOf((await meet(of)).arn))
  const eleventh = await failure(to, captureOf((await meet(of)).arn))
  expect(eleventh).toMatchObject({ name: 'ResourceLimitExceededException', status: 400 })
  await own.stop()
})

it('the rate is each API’s own, refused in this API’s words', async () => {
  const own = await startChimeUnderTest({ quotas: { rate: 1, burst: 2 } })
  const to = pipelinesClient(own.endpoint)
  const list = () => to.send(new ListMediaPipelinesCommand({}))
  await list()
  await list()
  expect(await failure(to, new ListMediaPipelinesCommand({}))).toMatchObject({
    name: 'ThrottledClientException',
    status: 429,
  })
  await own.stop()
})
