// The keys that sign: one for acts of people, one for the house's own statements. Each names its signers; nobody else may.
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Stage } from '../stages.ts'

/** Roles of signers have names of their own, for the keys outlive the stack that makes the roles. */
export const signerRoleName = (stage: Stage) => `diemcau-${stage.name}-sign`

/** Those who may state something in the house's own name: what packs records, and what tells how far the chain reached. */
export const certifierRoleName = (stage: Stage) => `diemcau-${stage.name}-certify`
export const checkpointRoleName = (stage: Stage) => `diemcau-${stage.name}-checkpoint`

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

type Signers = { sid: string; roles: string[] }

const policy = (scope: Construct, { sid, roles }: Signers) =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'Administer',
        principals: [new AccountRootPrincipal()],
        actions: administration,
        resources: ['*'],
      }),
      new PolicyStatement({
        sid,
        principals: [new AccountRootPrincipal()],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: {
          ArnEquals: { 'aws:PrincipalArn': roles.map((role) => roleArn(scope, role)) },
          StringEquals: { 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'ECDSA_SHA_256' },
        },
      }),
    ],
  })

const roleArn = (scope: Construct, resourceName: string) =>
  Stack.of(scope).formatArn({
    service: 'iam',
    region: '',
    resource: 'role',
    resourceName,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  })

/** ECDSA P-256: what `openssl dgst -verify` checks everywhere. In a key policy the resource `*` means this key. */
const key = (scope: Construct, id: string, signers: Signers, named: { description: string; alias: string }) =>
  new Key(scope, id, {
    ...named,
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    policy: policy(scope, signers),
    removalPolicy: RemovalPolicy.RETAIN,
  })

/** Signs acts of people and entries of the chain. */
export const signingKey = (scope: Construct, stage: Stage) =>
  key(
    scope,
    'SigningKey',
    { sid: 'OnlyTheSignFunctionSigns', roles: [signerRoleName(stage)] },
    {
      description: `Attestations and seals of the ${stage.name} stage`,
      alias: `diemcau-${stage.name}-signing`,
    },
  )

/** Signs packages, extracts and checkpoints: nothing a person did. */
export const certifyingKey = (scope: Construct, stage: Stage) =>
  key(
    scope,
    'CertifyingKey',
    { sid: 'OnlyTheHouseCertifies', roles: [certifierRoleName(stage), checkpointRoleName(stage)] },
    {
      description: `The house's own statements of the ${stage.name} stage`,
      alias: `diemcau-${stage.name}-certifying`,
    },
  )
