// What builds boards and tells screens on AWS: one builder per conference, one authorizer, and only who must may send.
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { untold } from '#functions/live/untold.data.ts'
import { statementsOf } from './policies.ts'
import { synthesise } from './templates.ts'

const dev = synthesise('dev')
const allowed = statementsOf(dev.all).filter(({ effect }) => effect === 'Allow')
const ofType = (type: string) => dev.all.filter((resource) => resource.Type === type)

it('waits a second in a FIFO queue, each conference by itself, with FIFO dead letters', () => {
  dev.app.hasResourceProperties('AWS::SQS::Queue', {
    FifoQueue: true,
    DelaySeconds: 1,
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
    RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
  })
  const fifo = ofType('AWS::SQS::Queue').filter(
    ({ id, Properties }) => id.startsWith('Live') && Properties.FifoQueue,
  )
  expect(fifo.map(({ Properties }) => Boolean(Properties.RedrivePolicy)).sort()).toEqual([false, true])
})

it('holds up a board for seconds when a builder dies, and gives the builder less time than that', () => {
  const builder = ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith('LiveBoardsBuilder'))
  const timeout = Number(builder?.Properties.Timeout)
  const queues = ofType('AWS::SQS::Queue').filter(
    ({ id, Properties }) => id.startsWith('LiveBoards') && Properties.RedrivePolicy,
  )
  expect(queues).toHaveLength(2)
  for (const { Properties } of queues) {
    expect(Properties.VisibilityTimeout).toBeGreaterThan(timeout)
    expect(Properties.VisibilityTimeout).toBeLessThanOrEqual(30)
  }
})

it('has the builder work off both queues, one message at a time, and take back only what failed', () => {
  const sources = ofType('AWS::Lambda::EventSourceMapping').filter(({ id }) => id.startsWith('LiveBoards'))
  expect(sources).toHaveLength(2)
  for (const { Properties } of sources)
    expect(Properties).toMatchObject({ BatchSize: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] })
})

it('lets the live reader ask for boards and the builder ask to be woken, and nobody else', () => {
  const senders = allowed.filter(
    ({ actions, resources }) =>
      actions.includes('sqs:SendMessage') && resources.join().includes('LiveBoards'),
  )
  const ofPolicies = senders.filter(({ kind }) => kind === 'AWS::IAM::Policy').map(({ policy }) => policy)
  expect(ofPolicies.sort()).toEqual([
    expect.stringMatching(/^LiveBoardsBuilderRole/),
    expect.stringMatching(/^LiveOnChangeRole/),
  ])
})

it('keeps snapshots apart from the records: no stream, no backup, gone with the stack, for two functions only', () => {
  const tables = ofType('AWS::DynamoDB::Table').filter(({ id }) => id.startsWith('Snapshots'))
  expect(tables).toHaveLength(1)
  expect(tables[0]).toMatchObject({
    DeletionPolicy: 'Delete',
    Properties: { BillingMode: 'PAY_PER_REQUEST' },
  })
  expect(tables[0]?.Properties).not.toHaveProperty('StreamSpecification')
  const keepers = allowed.filter(({ resources }) => resources.join().includes(tables[0]?.id ?? '?'))
  expect(keepers.map(({ policy }) => policy).sort()).toEqual([
    expect.stringMatching(/^ApiFunctionRole/),
    expect.stringMatching(/^LiveBoardsBuilderRole/),
  ])
})

it('rings when builds wait for a minute', () => {
  dev.app.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateAgeOfOldestMessage',
    Threshold: 60,
    AlarmActions: [Match.anyValue()],
  })
})

it('rings when screens are not told, by what both tellers log', () => {
  const filters = ofType('AWS::Logs::MetricFilter').filter(({ id }) => id.startsWith('Live'))
  expect(filters).toHaveLength(2)
  for (const { Properties } of filters) expect(Properties.FilterPattern).toContain(untold)
  expect(new Set(filters.map(({ Properties }) => JSON.stringify(Properties.LogGroupName))).size).toBe(2)
})

describe('the live channel', () => {
  const channel = (type: string) => ofType(type).filter(({ id }) => id.startsWith('LiveChannel'))

  it('is published to by the reader and the builder alone, on topics of conferences only', () => {
    const tellers = allowed.filter(({ actions }) => actions.some((action) => action.startsWith('iot:')))
    expect(tellers.map(({ policy }) => policy).sort()).toEqual([
      expect.stringMatching(/^LiveBoardsBuilderRole/),
      expect.stringMatching(/^LiveOnChangeRole/),
    ])
    for (const { actions, resources } of tellers) {
      expect(actions).toEqual(['iot:Publish'])
      expect(resources.join()).toContain(':topic/conferences/*')
    }
    const functions = ofType('AWS::Lambda::Function').filter(({ Properties }) =>
      JSON.stringify(Properties.Environment ?? {}).includes('LIVE_ENDPOINT'),
    )
    expect(functions.map(({ id }) => id).sort()).toEqual([
      expect.stringMatching(/^LiveBoardsBuilder/),
      expect.stringMatching(/^LiveOnChange/),
    ])
  })

  it('lets pages in by one authorizer that IoT alone may ask, within the time IoT waits', () => {
    expect(channel('AWS::IoT::Authorizer')).toEqual([
      expect.objectContaining({
        Properties: expect.objectContaining({
          AuthorizerName: 'diemcau-dev',
          SigningDisabled: true,
          Status: 'ACTIVE',
        }),
      }),
    ])
    const [permission, ...more] = channel('AWS::Lambda::Permission')
    expect(more).toEqual([])
    expect(permission?.Properties).toMatchObject({
      Principal: 'iot.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^LiveChannelAuthorizer/), 'Arn'] },
      SourceAccount: { Ref: 'AWS::AccountId' },
    })
    const asked = channel('AWS::Lambda::Function').find(({ id }) => id.startsWith('LiveChannelAuthorize'))
    expect(asked?.Properties.Timeout).toBeLessThanOrEqual(5)
    const writes = allowed.filter(
      ({ policy, actions }) => policy.startsWith('LiveChannelAuthorize') && /Put|Update/.test(actions.join()),
    )
    expect(
      writes.flatMap(({ actions }) => actions).filter((action) => action.startsWith('dynamodb:')),
    ).toEqual([])
  })

  it('tells of pages that came and went by a queue, which the rule alone fills', () => {
    const [rule] = channel('AWS::IoT::TopicRule')
    const payload = JSON.stringify(rule?.Properties)
    expect(payload).toContain("FROM '$aws/events/presence/+/+'")
    expect(payload).toContain('LiveChannelPages')
    const senders = allowed.filter(
      ({ actions, resources, kind }) =>
        kind === 'AWS::IAM::Policy' &&
        actions.includes('sqs:SendMessage') &&
        resources.join().includes('LiveChannelPages'),
    )
    expect(senders.map(({ policy }) => policy)).toEqual([expect.stringMatching(/^LiveChannelRuleRole/)])
    dev.app.hasResourceProperties('AWS::CloudWatch::Alarm', { Namespace: 'AWS/IoT', MetricName: 'Failure' })
  })

  it('is where the page is told it is', () => {
    const page = ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith('WebPage'))
    expect(page?.Properties.Environment).toMatchObject({
      Variables: { LIVE_URL: expect.stringMatching(/^wss:.*\/mqtt$/), LIVE_AUTHORIZER: 'diemcau-dev' },
    })
  })
})
