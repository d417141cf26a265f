// What each request of the media pipelines API must look like, by AWS's API reference.
import * as z from 'zod'
import { badRequest } from './refusals.ts'

const Arn = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^arn[/:\-_.a-zA-Z0-9]+$/)

const Token = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[-_a-zA-Z0-9]*$/)
  .optional()

const Tags = z
  .array(z.object({ Key: z.string().min(1).max(128), Value: z.string().max(256) }))
  .min(1)
  .max(50)
  .optional()

const State = z.enum(['Enabled', 'Disabled'])

/** A picture put together has a layout: which, a player of the file sees for itself. */
const Composited = z.looseObject({
  Layout: z.literal('GridView').optional(),
  Resolution: z.enum(['HD', 'FHD']).optional(),
  GridViewConfiguration: z.looseObject({
    ContentShareLayout: z.enum(['PresenterOnly', 'Horizontal', 'Vertical', 'ActiveSpeakerOnly']),
  }),
})

const Meeting = z.object({
  SourceConfiguration: z.looseObject({}).optional(),
  ArtifactsConfiguration: z
    .object({
      Audio: z.object({
        MuxType: z.enum(['AudioOnly', 'AudioWithActiveSpeakerVideo', 'AudioWithCompositedVideo']),
      }),
      Video: z.object({ State, MuxType: z.literal('VideoOnly').optional() }),
      Content: z.object({ State, MuxType: z.literal('ContentOnly').optional() }),
      CompositedVideo: Composited.optional(),
    })
    .optional(),
})

export const CaptureInput = z.object({
  SourceType: z.literal('ChimeSdkMeeting'),
  SourceArn: Arn,
  SinkType: z.literal('S3Bucket'),
  SinkArn: Arn,
  ClientRequestToken: Token,
  ChimeSdkMeetingConfiguration: Meeting.optional(),
  Tags,
})
export type CaptureInput = z.infer<typeof CaptureInput>

const Kind = z.object({ State })

export const ConcatenationInput = z.object({
  Sources: z
    .array(
      z.object({
        Type: z.literal('MediaCapturePipeline'),
        MediaCapturePipelineSourceConfiguration: z.object({
          MediaPipelineArn: Arn,
          ChimeSdkMeetingConfiguration: z.object({
            ArtifactsConfiguration: z.object({
              Audio: z.object({ State: z.literal('Enabled') }),
              Video: Kind,
              Content: Kind,
              DataChannel: Kind,
              TranscriptionMessages: Kind,
              MeetingEvents: Kind,
              CompositedVideo: Kind,
            }),
          }),
        }),
      }),
    )
    .length(1),
  Sinks: z
    .array(
      z.object({
        Type: z.literal('S3Bucket'),
        S3BucketSinkConfiguration: z.object({ Destination: Arn }),
      }),
    )
    .length(1),
  ClientRequestToken: Token,
  Tags,
})
export type ConcatenationInput = z.infer<typeof ConcatenationInput>

export const LiveConnectorInput = z.object({
  Sources: z
    .array(
      z.object({
        SourceType: z.literal('ChimeSdkMeeting'),
        ChimeSdkMeetingLiveConnectorConfiguration: z.object({
          Arn,
          MuxType: z.enum(['AudioWithCompositedVideo', 'AudioWithActiveSpeakerVideo']),
          CompositedVideo: Composited.optional(),
          SourceConfiguration: z.looseObject({}).optional(),
        }),
      }),
    )
    .length(1),
  Sinks: z
    .array(
      z.object({
        SinkType: z.literal('RTMP'),
        RTMPConfiguration: z.object({
          Url: z
            .string()
            .max(1024)
            .regex(/^rtmps?:\/\/\S+$/),
          AudioChannels: z.enum(['Stereo', 'Mono']).optional(),
          AudioSampleRate: z.enum(['44100', '48000']).optional(),
        }),
      }),
    )
    .length(1),
  ClientRequestToken: Token,
  Tags,
})
export type LiveConnectorInput = z.infer<typeof LiveConnectorInput>

export const PipelinePage = z.object({
  'max-results': z.coerce.number().int().min(1).max(100).default(100),
  'next-token': z.string().min(1).max(4096).optional(),
})

/** @param without the prefix used where the ARN names a bucket alone. @throws BadRequestException */
export const placeOf = (arn: string, without: string): { bucket: string; prefix: string } => {
  const [, bucket, prefix] = /^arn:aws:s3:::([^/]+)(?:\/(.+?))?\/?$/.exec(arn) ?? []
  if (!bucket) throw badRequest(`S3 Bucket policy not valid/present for Sink ${arn}`)
  return { bucket, prefix: prefix ?? without }
}
