// One consumer of the bus: a rule, an encrypted queue with its dead letters, and the function that works it off.
import { Duration } from 'aws-cdk-lib'
import { type EventBus, Match, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { bundleName } from '../bundles.ts'
import { claimedKinds, type EventRule, eventSource, isOfJob } from '../rules.data.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'

type ConsumerProps = { bus: EventBus; rule: EventRule } & Omit<
  HouseFunctionProps,
  'bundle' | 'description' | 'size'
>

/** Whoever waits for a job does not wait six times its longest run for a run that died: one message, one job. */
const soonAgainSeconds = 60

/** Only rules for jobs look at a kind: all other events have kinds of other things, or none. */
const kindsOf = ({ detailTypes, jobKinds }: EventRule) => {
  // Whatever is no job's event that such a rule hears of has no kind.
  if (jobKinds) return { detail: { kind: [...jobKinds, ...(detailTypes.every(isOfJob) ? [] : [''])] } }
  const others = claimedKinds()
  const forJobs = detailTypes.some(isOfJob)
  return forJobs && others.length > 0 ? { detail: { kind: Match.anythingBut(...others) } } : {}
}

export class Consumer extends Construct {
  readonly handler: HouseFunction

  constructor(scope: Construct, id: string, { bus, rule, ...common }: ConsumerProps) {
    super(scope, id)
    const size = common.stage.functions[rule.size ?? 'consumer']
    const hidden = rule.size ? size.timeoutSeconds + soonAgainSeconds : undefined
    const { queue, dead } = new HouseQueue(this, 'Work', size.timeoutSeconds, common.alarms, hidden)
    new Rule(this, 'Rule', {
      eventBus: bus,
      description: `${rule.name}: ${rule.detailTypes.join(', ')}`,
      eventPattern: { source: [eventSource], detailType: rule.detailTypes, ...kindsOf(rule) },
      targets: [new SqsQueue(queue, { deadLetterQueue: dead, maxEventAge: Duration.hours(24) })],
    })
    this.handler = new HouseFunction(this, 'Handler', {
      ...common,
      bundle: bundleName(rule.entry),
      description: rule.description ?? `Hears ${rule.detailTypes.join(', ')}`,
      size,
      ...(rule.architecture ? { architecture: rule.architecture } : {}),
    })
    this.handler.lambda.addEventSource(
      new SqsEventSource(queue, {
        ...(rule.size ? { batchSize: 1, maxConcurrency: 5 } : { batchSize: 10, maxConcurrency: 2 }),
        reportBatchItemFailures: true,
      }),
    )
  }
}
