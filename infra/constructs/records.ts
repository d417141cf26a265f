// The records table: everything the system knows, and the stream everything else follows.
import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { records } from '#functions/shared/table.data.ts'
import type { Stage } from '../stages.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/**
 * A global table of one region, so that a second region is a change of settings and not a migration. Encrypted with the
 * AWS-managed key: its use shows in CloudTrail, and there is no key of ours whose loss would be the loss of the records.
 */
export const recordsTable = (scope: Construct, stage: Stage) => {
  const warmThroughput = { readUnitsPerSecond: stage.warm.reads, writeUnitsPerSecond: stage.warm.writes }
  return new TableV2(scope, 'Records', {
    partitionKey: text(records.partitionKey),
    sortKey: text(records.sortKey),
    globalSecondaryIndexes: records.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      warmThroughput,
    })),
    billing: Billing.onDemand(),
    warmThroughput,
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: records.ttl,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    encryption: TableEncryptionV2.awsManagedKey(),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
}
