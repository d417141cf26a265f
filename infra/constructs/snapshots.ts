// The table of snapshots: no stream, no backup, gone with its stack. Whatever is in it is built again from the records.
import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { snapshots } from '#functions/shared/table.data.ts'
import { acknowledge } from './acknowledge.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** A nationwide board is 0.12 MB and stored once a second at most: in the records, each would be in the stream twice. */
export const snapshotsTable = (scope: Construct) => {
  const table = new Table(scope, 'Snapshots', {
    partitionKey: text(snapshots.partitionKey),
    sortKey: text(snapshots.sortKey),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  acknowledge(table, {
    'AwsSolutions-DDB3': 'Nothing to recover: every snapshot is built again from the records.',
  })
  return table
}
