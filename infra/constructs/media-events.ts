// What Amazon Chime SDK tells the account's default bus: a rule, a queue with its dead letters, and who works it off.
import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { chimeDetailType, chimeSource, heardOfChime } from '#functions/bridge-points/chime.data.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'

type MediaEventsProps = Omit<HouseFunctionProps, 'bundle' | 'description' | 'size'>

/**
 * An event about an attendee nobody knows yet waits here: five times three minutes, then among the dead letters, whose
 * alarm rings. Thousands of points that join at once are worked off ten messages at a time.
 */
export class MediaEvents extends Construct {
  readonly handler: HouseFunction

  constructor(scope: Construct, id: string, props: MediaEventsProps) {
    super(scope, id)
    const size = props.stage.functions.live
    const { queue, dead } = new HouseQueue(this, 'Work', size.timeoutSeconds, props.alarms)
    new Rule(this, 'Rule', {
      description: 'Who joined or left a Chime meeting, and which meetings ended',
      eventPattern: {
        source: [chimeSource],
        detailType: [chimeDetailType],
        detail: { eventType: [...heardOfChime] },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: dead, maxEventAge: Duration.hours(24) })],
    })
    this.handler = new HouseFunction(this, 'Handler', {
      ...props,
      bundle: 'bridge-points-on-chime-event',
      description: 'Hears who joined or left a Chime meeting',
      size,
    })
    this.handler.lambda.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }),
    )
  }
}
