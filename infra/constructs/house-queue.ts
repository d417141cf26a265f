// The one way to make a queue: encrypted, TLS only, with a dead-letter queue whose depth rings an alarm.
import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { alarm, alarmWindow } from './alarm.ts'

const secure = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
}

/** Where messages end that nobody could handle: kept 14 days, and one of them is enough to ring. */
export const deadLetters = (
  scope: Construct,
  id: string,
  alarms: ITopic,
  whose: string,
  more: QueueProps = {},
) => {
  const queue = new Queue(scope, id, { ...secure, ...more })
  const depth = queue.metricApproximateNumberOfMessagesVisible(alarmWindow)
  alarm(
    scope,
    `${id}Depth`,
    depth,
    1,
    alarms,
    `${whose}: messages lie in the dead-letter queue; redrive them.`,
  )
  return queue
}

export class HouseQueue extends Construct {
  readonly queue: Queue
  readonly dead: Queue

  /**
   * @param handlingSeconds the consumer's timeout; the queue hides a message six times as long, as Lambda asks
   * @param hiddenSeconds another time to hide it: never less than the consumer's timeout
   * @param more what sets a FIFO queue apart; its dead letters are one too
   */
  constructor(
    scope: Construct,
    id: string,
    handlingSeconds: number,
    alarms: ITopic,
    hiddenSeconds = handlingSeconds * 6,
    more: QueueProps = {},
  ) {
    super(scope, id)
    this.dead = deadLetters(this, 'Dead', alarms, id, more.fifo ? { fifo: true } : {})
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      visibilityTimeout: Duration.seconds(hiddenSeconds),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: 5 },
      ...more,
    })
  }
}
