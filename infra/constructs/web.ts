// The web: one CloudFront distribution before the assets' bucket, the HTTP API, and the function that answers the page.
import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { type Bucket, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { logPrefix } from '../bulletins.data.ts'
import { hashed, unhashed } from '../web.data.ts'
import { acknowledge } from './acknowledge.ts'
import { HouseBucket } from './house-bucket.ts'
import { type PageProps, pageOrigin } from './page.ts'
import { WebHeaders } from './web-headers.ts'

const deliberate = {
  'AwsSolutions-CFR1': 'Officers abroad sign in too; who may do what is decided by their grants.',
  'AwsSolutions-CFR2':
    'The gateway throttles, every act asks for a token; a web ACL is the account’s to add.',
  'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
    'The bucket answers below its paths only, never at the root, where a listing would be.',
}

type WebProps = PageProps & { http: HttpApi }

export class Web extends Construct {
  readonly distribution: Distribution
  /** Where CloudFront delivers who asked for what. */
  readonly accessLogs: Bucket
  private readonly bucket: Bucket
  private readonly headers: WebHeaders

  constructor(scope: Construct, id: string, { http, ...props }: WebProps) {
    super(scope, id)
    this.headers = new WebHeaders(this, 'Headers')
    this.bucket = this.assets()
    this.accessLogs = this.logs()
    const { publicUrl, certificateArn } = props.stage
    const { hostname } = new URL(publicUrl)
    const files = this.files()
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `${publicUrl}: page, assets, API`,
      domainNames: [hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_200, // the cheapest that has an edge in Southeast Asia
      logBucket: this.accessLogs as IBucket, // the CDK's classes do not know exactOptionalPropertyTypes
      logFilePrefix: logPrefix,
      defaultBehavior: this.through(pageOrigin(this, props)),
      additionalBehaviors: {
        '/api/*': this.api(http),
        ...Object.fromEntries([hashed, ...unhashed].map((path) => [path, files])),
      },
    })
    acknowledge(this.distribution, deliberate)
    new CfnOutput(Stack.of(this), 'WebBucketName', { value: this.bucket.bucketName })
    new CfnOutput(Stack.of(this), 'WebAddress', { value: this.distribution.distributionDomainName })
  }

  /** Old files stay for pages that are still open: no release deletes any. */
  private assets() {
    const bucket = new HouseBucket(this, 'Assets', {
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
    })
    acknowledge(bucket, { 'AwsSolutions-S1': 'Read through CloudFront alone, which keeps a log.' })
    return bucket
  }

  /** CloudFront delivers its logs by ACL. No cookie is logged; queries are, and hold no credential. */
  private logs() {
    const bucket = new HouseBucket(this, 'Logs', {
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(7) }],
    })
    acknowledge(bucket, { 'AwsSolutions-S1': 'The bucket of access logs: logging it would log the logging.' })
    return bucket
  }

  private files(): BehaviorOptions {
    // Who may list is told that a file is not there: without it S3 answers 403 for a missing one.
    const originAccessLevels = [AccessLevel.READ, AccessLevel.LIST]
    return {
      ...this.through(S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket, { originAccessLevels })),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: this.headers.files,
    }
  }

  /** Everything but the host goes on to the gateway, the token among it; nothing is kept. */
  private api(http: HttpApi): BehaviorOptions {
    const host = Fn.select(2, Fn.split('/', http.apiEndpoint))
    return {
      ...this.through(new HttpOrigin(host, { readTimeout: Duration.seconds(30) })),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    }
  }

  private through(origin: IOrigin): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      responseHeadersPolicy: this.headers.all,
    }
  }
}
