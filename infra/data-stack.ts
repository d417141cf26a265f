// What must survive: records, files, the archive, the signing keys and the accounts. Nothing here goes with its stack.
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { recordsTable } from './constructs/records.ts'
import { SignIn } from './constructs/sign-in.ts'
import { certifyingKey, signingKey } from './constructs/signing-key.ts'
import { Storage } from './constructs/storage.ts'
import type { Stage } from './stages.ts'

export class DataStack extends Stack {
  readonly records: TableV2
  readonly storage: Storage
  readonly signingKey: Key
  readonly certifyingKey: Key
  readonly signIn: SignIn

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props)
    this.records = recordsTable(this, stage)
    this.storage = new Storage(this, 'Storage', { stage })
    this.signingKey = signingKey(this, stage)
    this.certifyingKey = certifyingKey(this, stage)
    this.signIn = new SignIn(this, 'SignIn', { stage })
    new CfnOutput(this, 'TokenIssuer', { value: this.signIn.pool.userPoolProviderUrl })
    new CfnOutput(this, 'TokenClientId', { value: this.signIn.client.userPoolClientId })
  }
}
