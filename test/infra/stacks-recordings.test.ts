// Recordings on AWS: the bucket lets Chime's pipelines in and nobody else; one worker makes them; where a stage streams stays secret.
import { Match } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { stages } from '#infra/stages.ts'
import { statementsOf } from './policies.ts'
import { synthesise } from './templates.ts'

const { app, data, all } = synthesise('dev')
const allowed = statementsOf(all).filter(({ effect }) => effect === 'Allow')

it('the bucket: pieces go after a month, what they became stays', () => {
  data.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({ Prefix: 'pieces/', ExpirationInDays: 30 }),
        Match.objectLike({ Prefix: 'whole/', ExpirationInDays: Match.absent() }),
      ]),
    },
  })
})

it('the service writes there for meetings of this account alone', () => {
  data.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Sid: 'ChimeMediaPipelines',
          Effect: 'Allow',
          Principal: { Service: 'mediapipelines.chime.amazonaws.com' },
          Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:PutObjectAcl'],
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnLike: { 'aws:SourceArn': Match.anyValue() },
          },
        }),
      ]),
    },
  })
})

it('one function alone makes and ends pipelines', () => {
  const making = allowed.filter(({ actions }) =>
    actions.some((action) => /MediaPipeline|Pipeline$/.test(action)),
  )
  expect(new Set(making.map(({ policy }) => policy)).size).toBe(1)
  const made = making.flatMap(({ actions }) => actions.filter((action) => action.includes('Pipeline')))
  expect(made.sort()).toEqual([
    'chime:CreateMediaCapturePipeline',
    'chime:CreateMediaConcatenationPipeline',
    'chime:CreateMediaLiveConnectorPipeline',
    'chime:DeleteMediaPipeline',
    'chime:GetMediaPipeline',
  ])
})

it('what becomes of pipelines is heard, and failures ring at once', () => {
  app.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.chime'],
      'detail-type': ['Chime Media Pipeline State Change'],
      detail: { eventType: Match.arrayWith(['chime:MediaPipelineDeleted']) },
    },
  })
  app.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { 'detail-type': ['recording.failed', 'live-stream.failed'] },
    Targets: [{ Arn: { Ref: Match.stringLikeRegexp('Alarms') }, Id: Match.anyValue() }],
  })
})

it('no stage names where it streams but by a secret', () => {
  for (const { liveStream } of Object.values(stages)) expect(liveStream?.secret ?? '').not.toMatch(/rtmp/)
  expect(JSON.stringify(all)).not.toMatch(/rtmps?:/)
})
