// The one builder of boards: a FIFO queue, group = conference, another for builds at a later moment, and its function.

import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { DeduplicationScope, FifoThroughputLimit, type Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { bundleName } from '../bundles.ts'
import { boardBuilder, workQueues } from '../queues.data.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { maySend } from './grants.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'

/** 3,353 rows are read, folded and stored in about a second. */
const buildSeconds = 15
/** A builder that died holds up its conference's board only so long. */
const hiddenSeconds = 20
/** A board later than this is a fault: the goal is three seconds. */
const lateSeconds = 60

type BoardBuilderProps = Omit<HouseFunctionProps, 'bundle' | 'description' | 'size'>

export class BoardBuilder extends Construct {
  readonly builder: HouseFunction
  /** Whoever sees a row change sends here. */
  readonly queue: Queue

  constructor(scope: Construct, id: string, common: BoardBuilderProps) {
    super(scope, id)
    const { fifo, delaySeconds } = workQueues.board
    const boards = new HouseQueue(this, 'Boards', buildSeconds, common.alarms, hiddenSeconds, {
      fifo,
      deliveryDelay: Duration.seconds(delaySeconds),
      // Each conference by itself: one queue's 300 calls a second would be shared by all.
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
    })
    const wakes = new HouseQueue(this, 'Wakes', buildSeconds, common.alarms, hiddenSeconds)
    this.queue = boards.queue
    this.builder = this.function(common, wakes.queue)
    for (const { queue } of [boards, wakes])
      this.builder.lambda.addEventSource(
        new SqsEventSource(queue, { batchSize: 1, reportBatchItemFailures: true }),
      )
    this.watch(common)
  }

  private function(common: BoardBuilderProps, wakes: Queue) {
    const made = new HouseFunction(this, 'Builder', {
      ...common,
      bundle: bundleName(boardBuilder),
      description: 'Builds the board of a conference from its points',
      size: { ...common.stage.functions.live, timeoutSeconds: buildSeconds },
      environment: { ...common.environment, [workQueues.wake.setting]: wakes.queueUrl },
    })
    maySend(made, wakes)
    return made
  }

  private watch({ alarms }: BoardBuilderProps) {
    const age = this.queue.metricApproximateAgeOfOldestMessage({ ...alarmWindow, statistic: 'Maximum' })
    alarm(this, 'Late', age, lateSeconds, alarms, 'Boards lag: a build waits for a minute and more.')
  }
}
