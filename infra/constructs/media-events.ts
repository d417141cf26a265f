// One consumer of what Amazon Chime SDK tells the account's default bus: a rule, a queue with its dead letters, a function.
import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { bundleName } from '../bundles.ts'
import type { ChimeRule } from '../rules.data.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'

type MediaEventsProps = { rule: ChimeRule } & Omit<HouseFunctionProps, 'bundle' | 'description' | 'size'>

/**
 * An event about an attendee nobody knows yet waits here: five times three minutes, then among the dead letters, whose
 * alarm rings. Thousands of points that join at once are worked off ten messages at a time.
 */
export class MediaEvents extends Construct {
  readonly handler: HouseFunction

  constructor(scope: Construct, id: string, { rule, ...props }: MediaEventsProps) {
    super(scope, id)
    const size = props.stage.functions.live
    const { queue, dead } = new HouseQueue(this, 'Work', size.timeoutSeconds, props.alarms)
    new Rule(this, 'Rule', {
      description: rule.description,
      eventPattern: {
        source: [rule.source],
        detailType: [rule.detailType],
        detail: { eventType: [...rule.eventTypes] },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: dead, maxEventAge: Duration.hours(24) })],
    })
    this.handler = new HouseFunction(this, 'Handler', {
      ...props,
      bundle: bundleName(rule.entry),
      description: rule.description,
      size,
    })
    this.handler.lambda.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }),
    )
  }
}
