// The stream's first reader: tells screens of items that changed, and has the boards built whose rows changed.
import { Duration } from 'aws-cdk-lib'
import type { ITable, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, type IEventSourceDlq, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { workQueues } from '../queues.data.ts'
import { goneTypes, shownTypes } from '../rules.data.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { BoardBuilder } from './board-builder.ts'
import { mayPublish, maySend, mayUse } from './grants.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { channelEndpoint, LiveChannel } from './live-channel.ts'
import { untoldAlarm } from './untold-alarm.ts'

/** A failed batch, records and all, goes to S3. The CDK's own destination would grant deleting there as well. */
const setAside = (bucket: Bucket): IEventSourceDlq => ({ bind: () => ({ destination: bucket.bucketArn }) })

type LiveProps = { records: TableV2; failures: Bucket } & Omit<
  HouseFunctionProps,
  'bundle' | 'description' | 'size'
>

export class Live extends Construct {
  readonly onChange: HouseFunction
  readonly builder: HouseFunction
  readonly channel: LiveChannel

  constructor(scope: Construct, id: string, { records, failures, ...props }: LiveProps) {
    super(scope, id)
    const { stage } = props
    this.channel = new LiveChannel(this, 'Channel', props)
    const common = { ...props, environment: { ...props.environment, ...channelEndpoint(stage) } }
    const boards = new BoardBuilder(this, 'Boards', common)
    this.builder = boards.builder
    this.onChange = new HouseFunction(this, 'OnChange', {
      ...common,
      bundle: 'live-on-change',
      description: 'Tells the screens what is so, from the stream of the records',
      size: stage.functions.live,
      environment: { ...common.environment, [workQueues.board.setting]: boards.queue.queueUrl },
    })
    maySend(this.onChange, boards.queue)
    for (const teller of [this.onChange, this.builder]) {
      mayPublish(teller)
      untoldAlarm(teller, common.alarms)
    }
    mayUse(this.onChange, failures, ['aws/lambda/'], ['Put'])
    this.onChange.lambda.addEventSource(
      new DynamoEventSource(records as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        parallelizationFactor: 4,
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(12),
        reportBatchItemFailures: true,
        onFailure: setAside(failures),
        filters: [
          FilterCriteria.filter({ dynamodb: { NewImage: { type: { S: FilterRule.or(...shownTypes) } } } }),
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('REMOVE'),
            dynamodb: { OldImage: { type: { S: FilterRule.or(...goneTypes) } } },
          }),
        ],
      }),
    )
    const age = this.onChange.lambda.metric('IteratorAge', { ...alarmWindow, statistic: 'Maximum' })
    alarm(
      this,
      'IteratorAge',
      age,
      60_000,
      common.alarms,
      'Screens lag: the live reader is a minute behind the stream.',
    )
  }
}
