// The table of what opens seats in meetings: no stream, no backup, and each item gone with its meeting.
import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { credentials } from '#functions/shared/table.data.ts'
import { acknowledge } from './acknowledge.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** A secret that is in a stream or a backup outlives its meeting there. */
export const credentialsTable = (scope: Construct) => {
  const table = new Table(scope, 'Credentials', {
    partitionKey: text(credentials.partitionKey),
    sortKey: text(credentials.sortKey),
    timeToLiveAttribute: credentials.ttl,
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  acknowledge(table, {
    'AwsSolutions-DDB3':
      'A backup would keep secrets: what is lost is made anew, as a meeting that ended is.',
  })
  return table
}
