// The one media worker: alone may make, change and end meetings, and writes what opens their seats.
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { quotaReached, roomGivenUp } from '#functions/media/quota.data.ts'
import { bundleName } from '../bundles.ts'
import { mediaWorker } from '../queues.data.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { mayKeepCredentials, mayMeet, maySend } from './grants.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'

export type MediaWorkerProps = { orders: Queue; credentials: Table } & Omit<
  HouseFunctionProps,
  'bundle' | 'description' | 'size'
>

export class MediaWorker extends Construct {
  readonly worker: HouseFunction

  constructor(scope: Construct, id: string, { orders, credentials, ...common }: MediaWorkerProps) {
    super(scope, id)
    const { stage, environment } = common
    this.worker = new HouseFunction(this, 'Function', {
      ...common,
      bundle: bundleName(mediaWorker),
      description: 'Makes meetings and seats, and has whoever has the floor be heard: the only one that may',
      size: stage.functions.media,
      environment: { ...environment, MEDIA_LIMITS: JSON.stringify(stage.media) },
    })
    mayMeet(this.worker)
    mayKeepCredentials(this.worker, credentials)
    maySend(this.worker, orders)
    this.worker.lambda.addEventSource(
      new SqsEventSource(orders, { batchSize: 1, reportBatchItemFailures: true }),
    )
    this.watch(common)
  }

  private watch({ alarms }: Pick<MediaWorkerProps, 'alarms'>) {
    // More has to be asked of AWS, or fewer invited.
    const quota = this.said('QuotaReached', 'media-quota', quotaReached)
    alarm(this, 'QuotaAlarm', quota, 1, alarms, 'A quota of Amazon Chime SDK leaves points without a seat.')
    const givenUp = this.said('GivenUp', 'media-given-up', roomGivenUp)
    alarm(this, 'GivenUpAlarm', givenUp, 1, alarms, 'A room or recording fails again and again: see the log.')
  }

  /** How often the log says this. */
  private said(id: string, name: string, message: string) {
    const filter = new MetricFilter(this, id, {
      logGroup: this.worker.lambda.logGroup,
      metricNamespace: 'DiemCau',
      metricName: `${name}-${this.node.path}`.replaceAll('/', '-'),
      filterPattern: FilterPattern.stringValue('$.message', '=', message),
      metricValue: '1',
    })
    return filter.metric({ ...alarmWindow, statistic: 'Sum' })
  }
}
