// The key under every attestation. Its policy names the one role that may sign; administrators may not.
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Stage } from '../stages.ts'

/** The sign function's role has a name of its own, for the key outlives the stack that makes the role. */
export const signerRoleName = (stage: Stage) => `diemcau-${stage.name}-sign`

const administration = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:GetPublicKey',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
]

const policy = (signerArn: string) =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'Administer',
        principals: [new AccountRootPrincipal()],
        actions: administration,
        resources: ['*'],
      }),
      new PolicyStatement({
        sid: 'OnlyTheSignFunctionSigns',
        principals: [new AccountRootPrincipal()],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: {
          ArnEquals: { 'aws:PrincipalArn': signerArn },
          StringEquals: { 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'ECDSA_SHA_256' },
        },
      }),
    ],
  })

/** ECDSA P-256: what `openssl dgst -verify` checks everywhere. In a key policy the resource `*` means this key. */
export const signingKey = (scope: Construct, stage: Stage) => {
  const signerArn = Stack.of(scope).formatArn({
    service: 'iam',
    region: '',
    resource: 'role',
    resourceName: signerRoleName(stage),
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  })
  return new Key(scope, 'SigningKey', {
    description: `Attestations and seals of the ${stage.name} stage`,
    alias: `diemcau-${stage.name}-signing`,
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    policy: policy(signerArn),
    removalPolicy: RemovalPolicy.RETAIN,
  })
}
