// Meeting rooms on AWS: the orders to the one worker, what opens seats, and whoever may read or order.
import type { Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { workQueues } from '../queues.data.ts'
import type { Stage } from '../stages.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { credentialsTable } from './credentials.ts'
import { mayRead, mayReadCredentials, maySend, mayWrite } from './grants.ts'
import type { HouseFunction } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'
import { MediaWorker, type MediaWorkerProps } from './media-worker.ts'
import { mayRecord, streamTarget } from './recordings.ts'

/** A worker that died holds up every room only so much longer than it may run. */
const spareSeconds = 6
/** A call to speak that waits so long is a fault: a step of provisioning takes two seconds. */
const lateSeconds = 30

export class Media extends Construct {
  readonly credentials: Table
  private readonly orders: Queue

  constructor(scope: Construct, id: string, { stage, alarms }: { stage: Stage; alarms: ITopic }) {
    super(scope, id)
    this.credentials = credentialsTable(this)
    const { timeoutSeconds } = stage.functions.media
    const { fifo } = workQueues.media
    const hidden = timeoutSeconds + spareSeconds
    this.orders = new HouseQueue(this, 'Orders', timeoutSeconds, alarms, hidden, { fifo }).queue
    const age = this.orders.metricApproximateAgeOfOldestMessage({ ...alarmWindow, statistic: 'Maximum' })
    alarm(this, 'Late', age, lateSeconds, alarms, 'Rooms lag: an order to the media worker waits too long.')
  }

  /** Where orders go. */
  get orderSettings(): Record<string, string> {
    return { [workQueues.media.setting]: this.orders.queueUrl }
  }

  /** For whoever answers what opens a seat. */
  get seatSettings(): Record<string, string> {
    return { ...this.orderSettings, CREDENTIALS_TABLE: this.credentials.tableName }
  }

  mayOrder(made: HouseFunction): void {
    maySend(made, this.orders)
  }

  /** One seat at a time, and never writes one. */
  maySeat(made: HouseFunction): void {
    mayReadCredentials(made, this.credentials)
    this.mayOrder(made)
  }

  addWorker(
    { records, recordings }: { records: TableV2; recordings: Bucket },
    props: Omit<MediaWorkerProps, 'orders' | 'credentials'>,
  ): void {
    const environment = { ...props.environment, ...this.seatSettings, ...streamTarget(props.stage) }
    const { orders, credentials } = this
    const { worker } = new MediaWorker(this, 'Worker', { ...props, environment, orders, credentials })
    mayRead(worker, records)
    mayWrite(worker, records)
    mayRecord(worker, recordings)
  }
}
