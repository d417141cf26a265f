// Amazon Chime SDK's events as EventBridge carries them, put through the queue's shape to the function that hears them.
import { randomUUID } from 'node:crypto'
import type { Context, SQSBatchResponse } from 'aws-lambda'
import { handler } from '#functions/bridge-points/on-chime-event.lambda.ts'
import { queueMessage } from '#infra/local/pump-shapes.ts'

type Detail = { eventType: string; meetingId: string; timestamp: number; [field: string]: unknown }

/** An event with the fields Chime sends: none names a conference or a point. */
export const chimeEvent = (detail: Detail) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Chime Meeting State Change',
  source: 'aws.chime',
  account: '000000000000',
  time: `${new Date(detail.timestamp).toISOString().slice(0, 19)}Z`,
  region: 'ap-southeast-1',
  resources: [],
  detail: { version: '0', mediaRegion: 'ap-southeast-1', ...detail },
})

/** `chime:Attendee…` of one attendee. @param at epoch milliseconds */
export const attendeeEvent = (
  what: 'Joined' | 'Left' | 'Dropped' | 'Deleted' | 'Added',
  { meetingId, attendeeId }: { meetingId: string; attendeeId: string },
  at: number,
) =>
  chimeEvent({
    eventType: `chime:Attendee${what}`,
    timestamp: at,
    meetingId,
    attendeeId,
    externalUserId: randomUUID(),
    networkType: 'Voip',
  })

/** Delivers a batch as the queue does. @returns the events that came back: those not handled */
export const hearChime = async <E extends object>(events: readonly E[]): Promise<E[]> => {
  const Records = events.map((event, index) =>
    queueMessage('media-events', {
      messageId: String(index),
      body: JSON.stringify(event),
      sentMs: Date.now(),
      received: 1,
    }),
  )
  const answer = (await handler({ Records }, {} as Context)) as SQSBatchResponse
  const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  return events.filter((_, index) => failed.has(String(index)))
}
