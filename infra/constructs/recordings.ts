// Recordings on AWS: the bucket that Chime's media pipelines write to, and who may make pipelines or hand out what they made.
import { Duration, SecretValue, Stack } from 'aws-cdk-lib'
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type Bucket, type BucketProps, StorageClass } from 'aws-cdk-lib/aws-s3'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { eventSource } from '../rules.data.ts'
import type { Stage } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'
import { mayUse } from './grants.ts'
import { HouseBucket } from './house-bucket.ts'
import type { HouseFunction } from './house-function.ts'

/** Pieces of five seconds, and the files they are joined to: as `functions/media/pipelines.ts` names them. */
const places = { pieces: 'pieces/', whole: 'whole/' }

/** Pieces may be joined again for a month; whole files stay, cheaper after a quarter. */
const lifecycle: NonNullable<BucketProps['lifecycleRules']> = [
  {
    prefix: places.pieces,
    expiration: Duration.days(30),
    noncurrentVersionExpiration: Duration.days(1),
  },
  {
    prefix: places.whole,
    transitions: [
      { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
    ],
  },
  { abortIncompleteMultipartUploadAfter: Duration.days(1) },
]

/** Chime's pipelines put pieces, read them again and put what they join, for meetings of this account alone. */
const forPipelines = (bucket: Bucket): PolicyStatement => {
  const { account } = Stack.of(bucket)
  return new PolicyStatement({
    sid: 'ChimeMediaPipelines',
    principals: [new ServicePrincipal('mediapipelines.chime.amazonaws.com')],
    actions: ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:PutObjectAcl'],
    resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    conditions: {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:aws:chime:*:${account}:*` },
    },
  })
}

export const recordingsBucket = (scope: Construct, props: BucketProps): Bucket => {
  const bucket = new HouseBucket(scope, 'Recordings', { ...props, lifecycleRules: lifecycle })
  bucket.addToResourcePolicy(forPipelines(bucket))
  return bucket
}

/** What every function is told: where recordings lie, and the name of where this stage streams. */
export const recordingSettings = ({ liveStream }: Stage, bucket: Bucket): Record<string, string> => ({
  RECORDINGS_BUCKET: bucket.bucketName,
  ...(liveStream ? { LIVE_STREAM_NAME: liveStream.name } : {}),
})

/** For the worker alone: the address it streams to is a key, read from its secret when the stack is deployed. */
export const streamTarget = ({ liveStream }: Stage): Record<string, string> =>
  liveStream ? { LIVE_STREAM_TARGET: SecretValue.secretsManager(liveStream.secret).unsafeUnwrap() } : {}

/** Looks for joined files, and reads them. */
export const mayReadRecordings = (to: HouseFunction, bucket: Bucket): void =>
  mayUse(to, bucket, [places.whole], ['Get'])

/** Makes and ends media pipelines of the account. Given to one function only. */
export const mayRecord = (to: HouseFunction, bucket: Bucket): void => {
  const { account } = Stack.of(to)
  const pipelines = { service: 'chime', region: '*', account, resource: 'media-pipeline', resourceName: '*' }
  const add = (actions: string[], ...resources: string[]) =>
    to.role.addToPolicy(new PolicyStatement({ actions, resources }))
  add(
    [
      'chime:CreateMediaCapturePipeline',
      'chime:CreateMediaConcatenationPipeline',
      'chime:CreateMediaLiveConnectorPipeline',
    ],
    '*',
  )
  add(['chime:DeleteMediaPipeline', 'chime:GetMediaPipeline'], Stack.of(to).formatArn(pipelines))
  // The service looks, as whoever asks, whether the bucket lets it in.
  add(['s3:GetBucketPolicy'], bucket.bucketArn)
  mayReadRecordings(to, bucket)
  acknowledge(to.role, {
    'AwsSolutions-IAM5[Resource::arn:aws:chime:*:<AWS::AccountId>:media-pipeline/*]':
      'Pipelines of this account: the service names them when they are made.',
  })
}

/** Nobody looks at a recording before it is needed: that it failed must be told at once. */
export const tellOfFailures = (scope: Construct, bus: EventBus, alarms: ITopic): void => {
  new Rule(scope, 'RecordingFailed', {
    eventBus: bus,
    description: 'A recording or a live stream has failed',
    eventPattern: { source: [eventSource], detailType: ['recording.failed', 'live-stream.failed'] },
    targets: [new SnsTopic(alarms)],
  })
}
