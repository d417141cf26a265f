// The stream's second reader: carries each new event item to the bus, and nothing else.
import { Aws } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPipe } from 'aws-cdk-lib/aws-pipes'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { eventSource, wakeUpFields } from '../rules.data.ts'
import type { Stage } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { logGroup } from './house-function.ts'
import { deadLetters } from './house-queue.ts'

const image = (field: string) => `$.dynamodb.NewImage.${field}.S`

/** A template cannot untype DynamoDB's maps and lists, so the detail carries these strings only: a wake-up. */
const detail = JSON.stringify(Object.fromEntries(wakeUpFields.map((field) => [field, `<${image(field)}>`])))

const newEventItems = JSON.stringify({
  eventName: ['INSERT'],
  dynamodb: { NewImage: { type: { S: ['event'] } } },
})

const streamArnOf = ({ tableStreamArn }: TableV2) => {
  if (!tableStreamArn) throw new Error('The records table has no stream.')
  return tableStreamArn
}

type PipeProps = { stage: Stage; records: TableV2; bus: EventBus; alarms: ITopic }

export class EventPipe extends Construct {
  constructor(scope: Construct, id: string, props: PipeProps) {
    super(scope, id)
    const dead = deadLetters(this, 'Dead', props.alarms, 'the pipe from the stream to the bus')
    acknowledge(dead, {
      'AwsSolutions-SQS3': 'It is a dead-letter queue; the rule does not know that pipes have them.',
    })
    const logs = logGroup(this, props.stage, `/aws/vendedlogs/pipes/diemcau-${props.stage.name}`)
    const pipe = new CfnPipe(this, 'Pipe', {
      description: 'New event items, from the stream of the records to the bus',
      roleArn: this.role(props, dead).roleArn,
      source: streamArnOf(props.records),
      sourceParameters: {
        filterCriteria: { filters: [{ pattern: newEventItems }] },
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: 10,
          maximumRetryAttempts: 5,
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: dead.queueArn },
        },
      },
      target: props.bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: {
          source: eventSource,
          detailType: image('name'),
          time: image('recordedAt'),
        },
        inputTemplate: detail,
      },
      logConfiguration: { level: 'ERROR', cloudwatchLogsLogDestination: { logGroupArn: logs.logGroupArn } },
    })
    this.watch(pipe, props.alarms)
  }

  private role({ records, bus }: PipeProps, dead: Queue) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('pipes.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    })
    const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
    role.addToPolicy(
      new PolicyStatement({
        actions: stream.map((name) => `dynamodb:${name}`),
        resources: [streamArnOf(records)],
      }),
    )
    bus.grantPutEventsTo(role)
    dead.grantSendMessages(role)
    return role
  }

  private watch(pipe: CfnPipe, topic: ITopic) {
    for (const metricName of ['ExecutionFailed', 'ExecutionThrottled', 'ExecutionTimeout']) {
      const metric = new Metric({
        namespace: 'AWS/EventBridge/Pipes',
        metricName,
        dimensionsMap: { PipeName: pipe.ref },
        statistic: 'Sum',
        ...alarmWindow,
      })
      alarm(
        this,
        metricName,
        metric,
        1,
        topic,
        `The pipe to the bus: ${metricName}; events are late, none is lost.`,
      )
    }
  }
}
