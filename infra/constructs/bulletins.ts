// Public bulletins on AWS: the bucket they lie in, read through CloudFront alone, and who may write there.

import { Duration, Stack } from 'aws-cdk-lib'
import {
  AccessLevel,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Bucket, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { logPrefix, publicHeaders, publicPath } from '../bulletins.data.ts'
import { acknowledge } from './acknowledge.ts'
import { mayRead, mayWrite } from './grants.ts'
import { HouseBucket } from './house-bucket.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'
import type { Web } from './web.ts'
import { transport } from './web-headers.ts'

/** A folder's page, as `indexOf` names it on one machine. */
const indexCode = `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`

type Common = Omit<HouseFunctionProps, 'bundle' | 'description' | 'size'>

const delivered = ({ bucketName }: Bucket) => ({
  source: ['aws.s3'],
  detailType: ['Object Created'],
  detail: { bucket: { name: [bucketName] }, object: { key: [{ prefix: logPrefix }] } },
})

const override = true
const corp = 'cross-origin-resource-policy'

export class Bulletins extends Construct {
  private readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new HouseBucket(this, 'Place', {
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    })
    acknowledge(this.bucket, { 'AwsSolutions-S1': 'Read through CloudFront alone, which keeps a log.' })
  }

  /** Counts from CloudFront's own logs: no reader's request comes to a function. */
  count({ accessLogs }: Web, records: TableV2, common: Common): void {
    const bucket = accessLogs.node.defaultChild as CfnBucket
    bucket.addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true)
    const size = common.stage.functions.consumer
    const { queue, dead } = new HouseQueue(this, 'Logs', size.timeoutSeconds, common.alarms)
    new Rule(this, 'Delivered', {
      description: 'CloudFront has delivered a log of who read what',
      eventPattern: delivered(accessLogs),
      targets: [new SqsQueue(queue, { deadLetterQueue: dead, maxEventAge: Duration.hours(24) })],
    })
    const bundle = 'bulletins-count'
    const description = 'Counts from access logs how often bulletins are opened'
    const counter = new HouseFunction(this, 'Count', { ...common, bundle, description, size })
    counter.lambda.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 2 }),
    )
    mayRead(counter, records)
    mayWrite(counter, records)
    this.let(counter, accessLogs, `${logPrefix}*`, ['s3:GetObject'])
    this.let(counter, this.bucket, `${publicPath.slice(1)}*`, ['s3:PutObject'])
    counter.lambda.addEnvironment('PUBLIC_BUCKET', this.bucket.bucketName)
  }

  private let(to: HouseFunction, bucket: Bucket, objects: string, actions: string[]): void {
    const add = (some: string[], ...resources: string[]) =>
      to.role.addToPolicy(new PolicyStatement({ actions: some, resources }))
    add(actions, bucket.arnForObjects(objects))
    add(['s3:ListBucket'], bucket.bucketArn)
    const { 'Fn::GetAtt': named } = Stack.of(this).resolve(bucket.bucketArn)
    acknowledge(to.role, {
      [`AwsSolutions-IAM5[Resource::<${named.join('.')}>/${objects}]`]:
        'Objects below one prefix: their names are made when they are put.',
    })
  }

  /** Writes where the public reads. */
  mayPublish(to: HouseFunction): void {
    this.let(to, this.bucket, `${publicPath.slice(1)}*`, ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'])
    to.lambda.addEnvironment('PUBLIC_BUCKET', this.bucket.bucketName)
  }

  /** Answers `/ban-tin/` from the bucket: no function and no API is asked. */
  serve({ distribution }: Web): void {
    const originAccessLevels = [AccessLevel.READ, AccessLevel.LIST]
    const bucket = this.bucket as IBucket // the CDK's classes do not know exactOptionalPropertyTypes
    distribution.addBehavior(
      `${publicPath}*`,
      S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels }),
      {
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers(),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.index() }],
      },
    )
  }

  private index() {
    return new EdgeFunction(this, 'Index', {
      comment: 'The page of a folder of bulletins',
      code: FunctionCode.fromInline(indexCode),
      runtime: FunctionRuntime.JS_2_0,
    })
  }

  private headers() {
    const contentSecurityPolicy = publicHeaders['content-security-policy']
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        ...transport,
        contentSecurityPolicy: { contentSecurityPolicy, override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: corp, value: publicHeaders[corp], override }],
      },
    })
  }
}
