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
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { publicHeaders, publicPath } from '../bulletins.data.ts'
import { acknowledge } from './acknowledge.ts'
import { HouseBucket } from './house-bucket.ts'
import type { HouseFunction } from './house-function.ts'
import type { Web } from './web.ts'
import { transport } from './web-headers.ts'

/** A folder's page, as `indexOf` names it on one machine. */
const indexCode = `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`

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

  /** Writes where the public reads. */
  mayPublish(to: HouseFunction): void {
    const place = `${publicPath.slice(1)}*`
    const add = (actions: string[], ...resources: string[]) =>
      to.role.addToPolicy(new PolicyStatement({ actions, resources }))
    add(['s3:GetObject', 's3:PutObject'], this.bucket.arnForObjects(place))
    add(['s3:DeleteObject'], this.bucket.arnForObjects(place))
    add(['s3:ListBucket'], this.bucket.bucketArn)
    const { 'Fn::GetAtt': named } = Stack.of(this).resolve(this.bucket.bucketArn)
    acknowledge(to.role, {
      [`AwsSolutions-IAM5[Resource::<${named.join('.')}>/${place}]`]:
        'Pages and pictures below one prefix: their names are made when a bulletin is published.',
    })
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
