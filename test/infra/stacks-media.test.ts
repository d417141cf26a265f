// What Chime tells the account's default bus reaches the function that hears it, through a queue of its own.
import { Match } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { chimeEvent } from '#test/support/chime.ts'
import { synthesise } from './templates.ts'

const { app } = synthesise('dev')
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
