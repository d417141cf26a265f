// What each request of the meetings API must look like: patterns, lengths and enumerations of AWS's API reference.
import * as z from 'zod'

/** Latin letters only: a Vietnamese name fails on its first letter outside À-ÿ. */
const external = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[-_&@+=,(){}[\]/«».:|'"#a-zA-Z0-9À-ÿ\s]*$/)
  .refine((text) => !/^aws:/i.test(text), 'Values that begin with aws: are reserved.')

export const Guid = z.string().regex(/^[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}$/)
const Arn = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^arn[/:\-_.a-zA-Z0-9]+$/)

const Capability = z.enum(['SendReceive', 'Send', 'Receive', 'None'])
export const CapabilitiesInput = z.object({ Audio: Capability, Video: Capability, Content: Capability })

const regions = [
  ...['af-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  ...['ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
]

const Tag = z.object({ Key: z.string().min(1).max(128), Value: z.string().max(256) })

export const Features = z.object({
  Audio: z.object({ EchoReduction: z.enum(['AVAILABLE', 'UNAVAILABLE']).optional() }).optional(),
  Video: z.object({ MaxResolution: z.enum(['None', 'HD', 'FHD']).optional() }).optional(),
  Content: z.object({ MaxResolution: z.enum(['None', 'FHD', 'UHD']).optional() }).optional(),
  Attendee: z.object({ MaxCount: z.number().int().min(1).max(250).optional() }).optional(),
})
export type Features = z.infer<typeof Features>

export const AttendeeInput = z.object({
  ExternalUserId: external,
  Capabilities: CapabilitiesInput.optional(),
})
export type AttendeeInput = z.infer<typeof AttendeeInput>

export const MeetingInput = z.object({
  ClientRequestToken: z
    .string()
    .min(2)
    .max(64)
    .regex(/^[-_a-zA-Z0-9]*$/)
    .optional(),
  MediaRegion: z.enum(regions as [string, ...string[]]),
  ExternalMeetingId: external,
  MeetingHostId: external.optional(),
  NotificationsConfiguration: z
    .object({ LambdaFunctionArn: Arn.optional(), SnsTopicArn: Arn.optional(), SqsQueueArn: Arn.optional() })
    .optional(),
  MeetingFeatures: Features.optional(),
  PrimaryMeetingId: z
    .string()
    .min(2)
    .max(64)
    .regex(/^[-_a-zA-Z0-9]*$/)
    .optional(),
  TenantIds: z
    .array(
      z
        .string()
        .min(2)
        .max(256)
        .regex(/^(?!.*?(.)\1{3})[-_!@#$a-zA-Z0-9]*$/),
    )
    .min(1)
    .max(5)
    .optional(),
  Tags: z.array(Tag).min(1).max(50).optional(),
  MediaPlacementNetworkType: z.enum(['Ipv4Only', 'DualStack']).optional(),
})
export type MeetingInput = z.infer<typeof MeetingInput>

/** Ten at once here; the batch call on an existing meeting takes a hundred. */
export const MeetingWithAttendeesInput = MeetingInput.extend({
  Attendees: z.array(AttendeeInput).min(1).max(10),
})

export const BatchInput = z.object({ Attendees: z.array(AttendeeInput).min(1).max(100) })

export const UpdateInput = z.object({ Capabilities: CapabilitiesInput })

export const UpdateExceptInput = UpdateInput.extend({
  ExcludedAttendeeIds: z
    .array(z.object({ AttendeeId: Guid }))
    .min(1)
    .max(250),
})

export const PageInput = z.object({
  'max-results': z.coerce.number().int().min(1).max(100).default(100),
  'next-token': z.string().min(1).max(4096).optional(),
})

export const TagInput = z.object({ ResourceARN: Arn, Tags: z.array(Tag).min(1).max(50) })
export const UntagInput = z.object({ ResourceARN: Arn, TagKeys: z.array(z.string().min(1).max(128)).min(1) })
export const TagsOfInput = z.object({ arn: Arn })

/** No vi-VN: live transcription does not know Vietnamese. */
const spoken = [
  ...['en-US', 'en-GB', 'es-US', 'fr-CA', 'fr-FR', 'en-AU', 'it-IT', 'de-DE', 'pt-BR', 'ja-JP', 'ko-KR'],
  ...['zh-CN', 'th-TH', 'hi-IN'],
]

export const TranscriptionInput = z.object({
  TranscriptionConfiguration: z
    .object({
      EngineTranscribeSettings: z
        .object({
          LanguageCode: z.enum(spoken as [string, ...string[]]).optional(),
          IdentifyLanguage: z.boolean().optional(),
        })
        .refine((set) => (set.LanguageCode !== undefined) !== (set.IdentifyLanguage === true), {
          error: 'Either LanguageCode or IdentifyLanguage must be given.',
        })
        .optional(),
      EngineTranscribeMedicalSettings: z
        .object({ LanguageCode: z.literal('en-US'), Specialty: z.string(), Type: z.string() })
        .optional(),
    })
    .refine((engines) => Object.values(engines).filter(Boolean).length === 1, {
      error: 'Exactly one engine must be given.',
    }),
})
