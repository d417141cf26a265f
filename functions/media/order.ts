// Orders the media worker to look at a conference's room. Orders are wake-ups: lost among their twins nothing is lost.
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { setting } from '#functions/shared/config.ts'
import { queues } from '#functions/shared/queue.ts'
import type { RoomOrder } from './order.schema.ts'

/** One order for all conferences at a time: the media service's quotas are the account's. */
const group = 'media'

/** Thousands of pages that wait ask for one look in so long. */
const bucketMs = 2_000

/**
 * @param id by which a queue knows a repeat; without it one order a conference and two seconds is enough, of the
 * machine's own clock, as the queue's own memory is
 */
export const orderRoom = async (
  conferenceId: string,
  more: Omit<RoomOrder, 'conferenceId'> = {},
  id?: string,
): Promise<void> => {
  const QueueUrl = setting('MEDIA_QUEUE')
  if (!QueueUrl) return
  const order: RoomOrder = { conferenceId, ...more }
  const bucket = `${conferenceId}-${more.renewed?.attendeeId ?? more.stale ?? ''}-${Math.floor(Date.now() / bucketMs)}`
  await queues().send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: JSON.stringify(order),
      MessageGroupId: group,
      MessageDeduplicationId: id ?? bucket,
    }),
  )
}
