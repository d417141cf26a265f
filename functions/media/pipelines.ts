// Amazon Chime SDK media pipelines as the media worker uses them: refusals by what they mean here.
import {
  type ArtifactsConcatenationConfiguration,
  type ArtifactsConfiguration,
  ChimeSDKMediaPipelinesClient,
  CreateMediaCapturePipelineCommand,
  CreateMediaConcatenationPipelineCommand,
  CreateMediaLiveConnectorPipelineCommand,
  DeleteMediaPipelineCommand,
} from '@aws-sdk/client-chime-sdk-media-pipelines'
import { GetMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import { required, setting } from '#functions/shared/config.ts'
import { log } from '#functions/shared/log.ts'
import { asking as askingMeetings, Gone } from './ask-chime.ts'
import { limits } from './limits.ts'
import type { MediaFailure, Pipeline } from './recording.schema.ts'

/** The service will not: why, as pages tell it. */
export class PipelineRefused extends Error {
  readonly failure: MediaFailure

  constructor(failure: MediaFailure, message: string) {
    super(message)
    this.failure = failure
  }
}

/** The meeting that was to be captured is over: the room is made anew, and is captured then. */
export class MeetingOver extends Error {}

let made: { told: string; client: ChimeSDKMediaPipelinesClient } | undefined

const pipelines = (): ChimeSDKMediaPipelinesClient => {
  const endpoint = setting('CHIME_ENDPOINT')
  const region = limits().mediaRegion
  const told = `${endpoint} ${region}`
  if (made?.told === told) return made.client
  const client = new ChimeSDKMediaPipelinesClient({
    region,
    maxAttempts: 5,
    ...(endpoint ? { endpoint } : {}),
  })
  made = { told, client }
  return client
}

const final = new Set(['BadRequestException', 'ForbiddenException', 'UnauthorizedClientException'])

/** @throws PipelineRefused for what no repeat will change */
const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'ResourceLimitExceededException')
      throw new PipelineRefused('active-media-pipelines', error.message)
    if (!final.has(error.name)) throw error
    // Its message may quote the address of a live stream, which holds the key.
    log.error('a media pipeline was refused', { refusal: error.name })
    throw new PipelineRefused('refused', error.message)
  }
}

const isGone = (error: unknown) => error instanceof Error && error.name === 'NotFoundException'

/** @throws MeetingOver */
const arnOfMeeting = async (MeetingId: string): Promise<string> => {
  try {
    const { Meeting } = await askingMeetings('GetMeeting', (client) =>
      client.send(new GetMeetingCommand({ MeetingId })),
    )
    if (Meeting?.MeetingArn) return Meeting.MeetingArn
  } catch (error) {
    if (!(error instanceof Gone)) throw error
  }
  throw new MeetingOver(MeetingId)
}

export const isMeetingOver = async (meetingId: string): Promise<boolean> => {
  try {
    await arnOfMeeting(meetingId)
    return false
  } catch (error) {
    if (error instanceof MeetingOver) return true
    throw error
  }
}

/** What was captured goes after a while; the one file it is joined to stays. */
const place = (part: 'pieces' | 'whole', { conferenceId, id }: Recorded) => `${part}/${conferenceId}/${id}`

const sink = (part: 'pieces' | 'whole', recorded: Recorded) =>
  `arn:aws:s3:::${required('RECORDINGS_BUCKET')}/${place(part, recorded)}`

/** @returns what keys of its file begin with */
export const wholePrefix = (recorded: Recorded): string => `${place('whole', recorded)}/`

type Recorded = { conferenceId: string; id: string }

/** The picture is put together by the service: whoever speaks, or what is shared beside whoever presents. */
const composited = {
  Layout: 'GridView',
  Resolution: 'FHD',
  GridViewConfiguration: { ContentShareLayout: 'PresenterOnly' },
} as const

const artifacts: ArtifactsConfiguration = {
  Audio: { MuxType: 'AudioWithCompositedVideo' },
  Video: { State: 'Disabled' },
  Content: { State: 'Disabled' },
  CompositedVideo: composited,
}

const disabled = { State: 'Disabled' } as const

const joined: ArtifactsConcatenationConfiguration = {
  Audio: { State: 'Enabled' },
  CompositedVideo: { State: 'Enabled' },
  Video: disabled,
  Content: disabled,
  DataChannel: disabled,
  TranscriptionMessages: disabled,
  MeetingEvents: disabled,
}

type Made = { MediaPipelineId?: string | undefined; MediaPipelineArn?: string | undefined } | undefined

const pipelineOf = (answer: Made, meetingId: string): Pipeline => {
  const { MediaPipelineId: id, MediaPipelineArn: arn } = answer ?? {}
  if (!id || !arn) throw new Error('The media service answered without a pipeline.')
  return { id, arn, meetingId }
}

/** Asked again for the same recording, the same pipeline is answered. @throws PipelineRefused, MeetingOver */
export const createCapture = async (recorded: Recorded, meetingId: string): Promise<Pipeline> => {
  const command = new CreateMediaCapturePipelineCommand({
    SourceType: 'ChimeSdkMeeting',
    SourceArn: await arnOfMeeting(meetingId),
    SinkType: 'S3Bucket',
    SinkArn: sink('pieces', recorded),
    ClientRequestToken: recorded.id,
    ChimeSdkMeetingConfiguration: { ArtifactsConfiguration: artifacts },
  })
  const { MediaCapturePipeline } = await asking(() => pipelines().send(command))
  return pipelineOf(MediaCapturePipeline, meetingId)
}

/** It waits for the end of the capture. @throws PipelineRefused */
export const createJoining = async (recorded: Recorded, capture: Pipeline): Promise<Pipeline> => {
  const command = new CreateMediaConcatenationPipelineCommand({
    Sources: [
      {
        Type: 'MediaCapturePipeline',
        MediaCapturePipelineSourceConfiguration: {
          MediaPipelineArn: capture.arn,
          ChimeSdkMeetingConfiguration: { ArtifactsConfiguration: joined },
        },
      },
    ],
    Sinks: [{ Type: 'S3Bucket', S3BucketSinkConfiguration: { Destination: sink('whole', recorded) } }],
    ClientRequestToken: `${recorded.id}-join`,
  })
  const { MediaConcatenationPipeline } = await asking(() => pipelines().send(command))
  return pipelineOf(MediaConcatenationPipeline, capture.meetingId)
}

/** @param token the same for the same wish @throws PipelineRefused, MeetingOver */
export const createStream = async (token: string, meetingId: string): Promise<Pipeline> => {
  const command = new CreateMediaLiveConnectorPipelineCommand({
    Sources: [
      {
        SourceType: 'ChimeSdkMeeting',
        ChimeSdkMeetingLiveConnectorConfiguration: {
          Arn: await arnOfMeeting(meetingId),
          MuxType: 'AudioWithCompositedVideo',
          CompositedVideo: composited,
        },
      },
    ],
    Sinks: [{ SinkType: 'RTMP', RTMPConfiguration: { Url: required('LIVE_STREAM_TARGET') } }],
    ClientRequestToken: token,
  })
  const { MediaLiveConnectorPipeline } = await asking(() => pipelines().send(command))
  return pipelineOf(MediaLiveConnectorPipeline, meetingId)
}

/** Ends it in order; nothing happens where it is over. */
export const deletePipeline = async ({ id }: Pick<Pipeline, 'id'>): Promise<void> => {
  try {
    await pipelines().send(new DeleteMediaPipelineCommand({ MediaPipelineId: id }))
  } catch (error) {
    if (!isGone(error)) throw error
  }
}
