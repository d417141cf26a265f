// The live channel on AWS: IoT Core, an authorizer that lets pages in, a rule that tells of them, and who may publish.
import { Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnAuthorizer, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { Stage } from '../stages.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'

/** IoT Core waits no longer for an authorizer. */
const authorizeSeconds = 5

const authorizerName = ({ name }: Stage) => `diemcau-${name}`

/** What the page is told of the channel. */
export const channelAddress = (stage: Stage) => ({
  LIVE_URL: `wss://${stage.liveHost}/mqtt`,
  LIVE_AUTHORIZER: authorizerName(stage),
})

/** Where functions publish. */
export const channelEndpoint = ({ liveHost }: Stage) => ({ LIVE_ENDPOINT: `https://${liveHost}` })

/** Every page's coming and going; client ids that are not ours are no pages. */
const presence =
  "SELECT clientId, eventType, sessionIdentifier, versionNumber FROM '$aws/events/presence/+/+' WHERE regexp_matches(clientId, '^cnf_')"

type LiveChannelProps = Omit<HouseFunctionProps, 'bundle' | 'description' | 'size'>

export class LiveChannel extends Construct {
  readonly authorize: HouseFunction
  readonly onPresence: HouseFunction

  constructor(scope: Construct, id: string, props: LiveChannelProps) {
    super(scope, id)
    this.authorize = this.authorizer(props)
    this.onPresence = this.presence(props)
  }

  /** The token travels in the MQTT password: IoT's own signature of a token would need a key in every page. */
  private authorizer(props: LiveChannelProps) {
    const made = new HouseFunction(this, 'Authorize', {
      ...props,
      bundle: 'live-authorize',
      description: 'Lets pages into the live channel of their conference, to subscribe only',
      size: { ...props.stage.functions.live, timeoutSeconds: authorizeSeconds },
    })
    const authorizer = new CfnAuthorizer(this, 'Authorizer', {
      authorizerName: authorizerName(props.stage),
      authorizerFunctionArn: made.lambda.functionArn,
      signingDisabled: true,
      status: 'ACTIVE',
    })
    made.lambda.addPermission('FromChannel', {
      principal: new ServicePrincipal('iot.amazonaws.com'),
      sourceArn: authorizer.attrArn,
      sourceAccount: Stack.of(this).account,
    })
    return made
  }

  /** Thousands of pages come within seconds: a queue takes them, the function works them off a few at a time. */
  private presence(props: LiveChannelProps) {
    const size = props.stage.functions.live
    const { queue } = new HouseQueue(this, 'Pages', size.timeoutSeconds, props.alarms)
    const role = new Role(this, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    queue.grantSendMessages(role)
    const rule = new CfnTopicRule(this, 'Presence', {
      topicRulePayload: {
        description: 'Which pages came to the live channel and went',
        sql: presence,
        awsIotSqlVersion: '2016-03-23',
        actions: [{ sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64: false } }],
      },
    })
    rule.node.addDependency(role)
    const made = new HouseFunction(this, 'OnPresence', {
      ...props,
      bundle: 'live-on-presence',
      description: 'Hears which pages came to the live channel and went',
      size,
    })
    made.lambda.addEventSource(
      new SqsEventSource(queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        maxConcurrency: 10,
      }),
    )
    this.watch(rule, props)
    return made
  }

  private watch({ ref: RuleName }: CfnTopicRule, { alarms }: LiveChannelProps) {
    const lost = new Metric({
      namespace: 'AWS/IoT',
      metricName: 'Failure',
      dimensionsMap: { RuleName, ActionType: 'SQS' },
      statistic: 'Sum',
      ...alarmWindow,
    })
    alarm(this, 'PresenceLost', lost, 1, alarms, 'Live channel: who came or went could not be queued.')
  }
}
