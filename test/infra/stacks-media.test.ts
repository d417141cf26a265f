// What Chime tells the account's default bus reaches the function that hears it; one worker alone speaks to Chime.
import { Match } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { quotaReached, roomGivenUp } from '#functions/media/quota.data.ts'
import { chimeEvent } from '#test/support/chime.ts'
import { statementsOf } from './policies.ts'
import { synthesise } from './templates.ts'

const { app, all } = synthesise('dev')
const allowed = statementsOf(all).filter(({ effect }) => effect === 'Allow')
const ofType = (type: string) => all.filter((resource) => resource.Type === type)
const rules = Object.values(app.findResources('AWS::Events::Rule')).map(({ Properties }) => Properties)
const rule = rules.find(({ EventPattern }) => EventPattern.source.includes('aws.chime'))

const heard = (event: ReturnType<typeof chimeEvent>): boolean =>
  rule?.EventPattern.source.includes(event.source) &&
  rule.EventPattern['detail-type'].includes(event['detail-type']) &&
  rule.EventPattern.detail.eventType.includes(event.detail.eventType)

const about = (eventType: string) => chimeEvent({ eventType, meetingId: 'm', timestamp: 1_669_186_800_000 })

it('hears who joined, left or was lost and which meetings ended, and nothing else', () => {
  const all = [
    'MeetingStarted',
    'MeetingEnded',
    ...['Added', 'Authorized', 'Joined', 'Left', 'Dropped', 'Deleted', 'VideoStarted', 'ContentJoined'].map(
      (what) => `Attendee${what}`,
    ),
  ]
  expect(all.filter((what) => heard(about(`chime:${what}`)))).toEqual([
    'MeetingEnded',
    'AttendeeJoined',
    'AttendeeLeft',
    'AttendeeDropped',
    'AttendeeDeleted',
  ])
})

it('listens on the default bus, where AWS puts the events of its own services', () => {
  expect(rule).toBeDefined()
  expect(rule?.EventBusName).toBeUndefined()
})

it('tries what nobody knows yet again for a quarter of an hour, then sets it aside', () => {
  const queue = JSON.stringify(rule?.Targets[0].Arn)
  const [, found] =
    Object.entries(app.findResources('AWS::SQS::Queue')).find(([id]) => queue.includes(id)) ?? []
  const { VisibilityTimeout, RedrivePolicy } = found?.Properties ?? {}
  expect(VisibilityTimeout * RedrivePolicy.maxReceiveCount).toBe(900)
  app.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: Match.stringLikeRegexp('MediaEvents') },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  })
})

it('lets one worker speak to Chime, by named acts, on meetings of this account', () => {
  const speaking = allowed.filter(({ actions }) => actions.some((action) => action.startsWith('chime:')))
  expect(new Set(speaking.map(({ policy }) => policy.replace(/Policy.*/, '')))).toEqual(
    new Set([expect.stringMatching(/^MediaWorkerFunctionRole/)]),
  )
  expect(speaking.flatMap(({ actions }) => actions).filter((action) => /chime:.*[*]/.test(action))).toEqual(
    [],
  )
})

it('runs that worker once at a time, for one order at a time, in order, and hides an order little longer than it runs', () => {
  const worker = ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith('MediaWorker'))
  expect(worker?.Properties.ReservedConcurrentExecutions).toBe(1)
  const [orders] = ofType('AWS::SQS::Queue').filter(
    ({ id, Properties }) => id.startsWith('MediaOrders') && Properties.RedrivePolicy,
  )
  expect(orders?.Properties.FifoQueue).toBe(true)
  const spare = Number(orders?.Properties.VisibilityTimeout) - Number(worker?.Properties.Timeout)
  expect(spare).toBeGreaterThan(0)
  expect(spare).toBeLessThanOrEqual(10)
  const [source] = ofType('AWS::Lambda::EventSourceMapping').filter(({ id }) => id.startsWith('MediaWorker'))
  expect(source?.Properties).toMatchObject({
    BatchSize: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  })
})

it('keeps what opens seats for a while only: no stream, no backup, read by key by the API, written by the worker', () => {
  const [table, ...more] = ofType('AWS::DynamoDB::Table').filter(({ id }) =>
    id.startsWith('MediaCredentials'),
  )
  expect(more).toEqual([])
  expect(table).toMatchObject({
    DeletionPolicy: 'Delete',
    Properties: { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } },
  })
  for (const kept of ['StreamSpecification', 'PointInTimeRecoverySpecification'])
    expect(table?.Properties).not.toHaveProperty(kept)
  const may = allowed.filter(({ resources }) => resources.join().includes(table?.id ?? '?'))
  expect(may.map(({ policy, actions }) => [policy.replace(/Role.*/, ''), actions]).sort()).toEqual([
    ['ApiFunction', ['dynamodb:GetItem']],
    ['MediaWorkerFunction', ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:Query']],
  ])
})

it('lets the API, the consumer of its events and the worker order, and nobody else', () => {
  const senders = allowed.filter(
    ({ kind, actions, resources }) =>
      kind === 'AWS::IAM::Policy' &&
      actions.includes('sqs:SendMessage') &&
      resources.join().includes('MediaOrders'),
  )
  expect(senders.map(({ policy }) => policy.replace(/Role.*/, '')).sort()).toEqual([
    'ApiFunction',
    'ConsumermediaHandler',
    'MediaWorkerFunction',
  ])
})

it('rings when an order waits for half a minute, when a quota leaves seats out, and when a room is given up', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm').filter(({ id }) => id.startsWith('Media'))
  expect(alarms.map(({ Properties }) => [Properties.MetricName, Properties.Threshold])).toContainEqual([
    'ApproximateAgeOfOldestMessage',
    30,
  ])
  const filters = ofType('AWS::Logs::MetricFilter').filter(({ id }) => id.startsWith('Media'))
  const patterns = filters.map(({ Properties }) => String(Properties.FilterPattern)).join()
  expect(patterns).toContain(quotaReached)
  expect(patterns).toContain(roomGivenUp)
})
