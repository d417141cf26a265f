// Asks for a board to be built: at once, by one builder per conference, or later, when a state will turn by itself.
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { required } from '#functions/shared/config.ts'
import { queues } from '#functions/shared/queue.ts'

/** What a message asks for: this conference's board. */
export const Order = z.object({ conferenceId: z.string() })

const bodyOf = (conferenceId: string) => JSON.stringify({ conferenceId } satisfies z.infer<typeof Order>)

/**
 * A row of this conference changed in that second: its board is built a second after the first such message, which is
 * after every change of that second, so one message stands for them all.
 * @param second of the change, as the table's stream tells it (epoch seconds): never of the reader's own clock
 */
export const markDirty = async (conferenceId: string, second: number): Promise<void> => {
  await queues().send(
    new SendMessageCommand({
      QueueUrl: required('BOARD_QUEUE'),
      MessageBody: bodyOf(conferenceId),
      MessageGroupId: conferenceId,
      MessageDeduplicationId: `${conferenceId}-${second}`,
    }),
  )
}

/** The longest a queue holds a message back; a builder woken too early asks again. */
const mostDelaySeconds = 900

/** @param seconds from now, rounded up to whole ones */
export const wakeLater = async (conferenceId: string, seconds: number): Promise<void> => {
  await queues().send(
    new SendMessageCommand({
      QueueUrl: required('WAKE_QUEUE'),
      MessageBody: bodyOf(conferenceId),
      DelaySeconds: Math.min(mostDelaySeconds, Math.max(1, Math.ceil(seconds))),
    }),
  )
}
