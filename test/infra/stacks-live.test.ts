// What builds boards on AWS: one builder per conference, nothing kept that cannot be built again, and only who must may send.
import { Match } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
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
  const fifo = ofType('AWS::SQS::Queue').filter(({ Properties }) => Properties.FifoQueue)
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
  const tables = ofType('AWS::DynamoDB::Table')
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
