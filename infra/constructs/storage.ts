// The buckets: uploaded files, the locked archive, recordings, what the stream's readers could not handle, and who read what.
import { Duration } from 'aws-cdk-lib'
import { type Bucket, HttpMethods, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { passing, webAccess } from '../files.data.ts'
import type { Stage } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'
import { HouseBucket } from './house-bucket.ts'
import { recordingsBucket } from './recordings.ts'

const retention = ({ mode, days }: Stage['archiveLock']) =>
  mode === 'compliance'
    ? ObjectLockRetention.compliance(Duration.days(days))
    : ObjectLockRetention.governance(Duration.days(days))

/** Old versions go a day after the newest: nothing here is a record. */
const expiring = ({ prefix, days }: (typeof passing)[number]) => ({
  prefix,
  expiration: Duration.days(days),
  noncurrentVersionExpiration: Duration.days(1),
})

/** The index of the search is made from records: what a newer file replaced is kept for those who still read it. */
const replaced = { prefix: 'search/', noncurrentVersionExpiration: Duration.days(1) }

const fromTheWeb = ({ publicUrl }: Stage) => ({
  allowedOrigins: [publicUrl],
  allowedMethods: webAccess.methods.map((method) => HttpMethods[method]),
  allowedHeaders: [...webAccess.headers],
  maxAge: webAccess.maxAgeSeconds,
})

export class Storage extends Construct {
  readonly files: Bucket
  readonly archive: Bucket
  readonly failures: Bucket
  readonly recordings: Bucket

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id)
    const logs = new HouseBucket(this, 'AccessLogs', {
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(7) }],
    })
    acknowledge(logs, { 'AwsSolutions-S1': 'The bucket of access logs: logging it would log the logging.' })
    const logged = (prefix: string) => ({
      serverAccessLogsBucket: logs as IBucket, // the CDK's classes do not know exactOptionalPropertyTypes
      serverAccessLogsPrefix: prefix,
    })
    this.files = new HouseBucket(this, 'Files', {
      ...logged('files/'),
      cors: [fromTheWeb(stage)],
      lifecycleRules: [
        ...passing.map(expiring),
        replaced,
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    })
    this.archive = new HouseBucket(this, 'Archive', {
      ...logged('archive/'),
      objectLockEnabled: true,
      objectLockDefaultRetention: retention(stage.archiveLock),
    })
    this.recordings = recordingsBucket(this, logged('recordings/'))
    this.failures = new HouseBucket(this, 'Failures', {
      ...logged('failures/'),
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(7) }],
    })
  }
}
