// What must survive does: retention, encryption, deletion protection, recovery, locks, and one key nobody else may use.
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { statementsOf } from './policies.ts'
import { synthesise } from './templates.ts'

const dev = synthesise('dev')
const prod = synthesise('prod')
const stages = { dev, prod }
const ofType = (stage: typeof dev, type: string) => stage.all.filter((resource) => resource.Type === type)

describe.each(Object.entries(stages))('%s', (_name, stage) => {
  it.each(['DynamoDB::GlobalTable', 'S3::Bucket', 'KMS::Key', 'Cognito::UserPool'])(
    'keeps every %s when its stack goes',
    (type) => {
      const found = ofType(stage, `AWS::${type}`)
      expect(found.length).toBeGreaterThan(0)
      for (const resource of found)
        expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    },
  )

  it('records: stream, recovery to any second of 35 days, no deletion by hand, TTL, encrypted, warm', () => {
    stage.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      WarmThroughput: { ReadUnitsPerSecond: Match.anyValue(), WriteUnitsPerSecond: Match.anyValue() },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        }),
      ],
      GlobalSecondaryIndexes: ['byOne', 'byTwo'].map((IndexName) =>
        Match.objectLike({
          IndexName,
          Projection: { ProjectionType: 'ALL' },
          WarmThroughput: Match.anyValue(),
        }),
      ),
    })
  })

  it('buckets: private, versioned, encrypted, owned by us, TLS 1.2 only', () => {
    const buckets = ofType(stage, 'AWS::S3::Bucket')
    /** CloudFront delivers its logs by ACL, and by nothing else. */
    const ownerOf = (id: string) => (id.startsWith('WebLogs') ? 'ObjectWriter' : 'BucketOwnerEnforced')
    for (const { id, Properties } of buckets) {
      expect(Properties, id).toMatchObject({
        BucketEncryption: { ServerSideEncryptionConfiguration: [{}] },
        OwnershipControls: { Rules: [{ ObjectOwnership: ownerOf(id) }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
      })
      const policy = JSON.stringify(
        ofType(stage, 'AWS::S3::BucketPolicy').filter((one) =>
          JSON.stringify(one.Properties.Bucket).includes(id),
        ),
      )
      expect(policy).toContain('"aws:SecureTransport":"false"')
      expect(policy).toContain('"s3:TlsVersion":1.2')
    }
    const unlogged = buckets.filter(({ Properties }) => !Properties.LoggingConfiguration).map(({ id }) => id)
    expect(unlogged).toEqual(
      ['AccessLogs', 'BulletinsPlace', 'WebAssets', 'WebLogs'].map((part) => expect.stringContaining(part)),
    )
  })

  it('files: the web alone puts and reads by script; what is passing goes', () => {
    stage.data.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ['GET', 'PUT'],
            AllowedOrigins: [Match.stringLikeRegexp('^https://([a-z]+[.])?diemcau[.]example$')],
            AllowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
            MaxAge: 600,
          },
        ],
      },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' }),
          Match.objectLike({ Prefix: 'exports/', ExpirationInDays: 7, Status: 'Enabled' }),
        ]),
      },
    })
  })

  it('the pool: nobody signs up alone, TOTP, long passwords, no deletion by hand', () => {
    stage.data.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: Match.objectLike({ AllowAdminCreateUserOnly: true }),
      DeletionProtection: 'ACTIVE',
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 12, RequireSymbols: true }) },
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    })
  })

  it('the client: public, code flow only, 15-minute access tokens, rotating refresh tokens', () => {
    stage.data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AccessTokenValidity: 15,
      TokenValidityUnits: Match.objectLike({ AccessToken: 'minutes' }),
      RefreshTokenRotation: Match.objectLike({ Feature: 'ENABLED' }),
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows: Match.absent(),
    })
  })

  it('the keys: P-256, and their policies let the named roles sign digests and nobody else', () => {
    stage.data.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    const signing = statementsOf(ofType(stage, 'AWS::KMS::Key')).filter(({ actions }) =>
      actions.some(
        (action) => ['kms:*', '*', 'kms:CreateGrant'].includes(action) || action.startsWith('kms:Sign'),
      ),
    )
    expect(signing).toEqual([
      expect.objectContaining({ sid: 'OnlyTheSignFunctionSigns', actions: ['kms:Sign'] }),
      expect.objectContaining({ sid: 'OnlyTheHouseCertifies', actions: ['kms:Sign'] }),
    ])
    const [people, house] = ofType(stage, 'AWS::KMS::Key').map((key) => JSON.stringify(key))
    expect(people).not.toMatch(/:role[/]diemcau-[a-z]+-(certify|checkpoint)"/)
    expect(house?.match(/(?<=:role[/]diemcau-[a-z]+-)[a-z]+(?=")/g)).toEqual(['certify', 'checkpoint'])
    const role = ofType(stage, 'AWS::IAM::Role').find(({ id }) => id.startsWith('SignFunction'))
    expect(JSON.stringify(ofType(stage, 'AWS::KMS::Key'))).toContain(`:role/${role?.Properties.RoleName}"`)
  })
})

it('the archive cannot be unlocked in production, and can after a day on the other stages', () => {
  const lock = (Mode: string, Days: number) => ({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode, Days } } },
  })
  prod.data.hasResourceProperties('AWS::S3::Bucket', lock('COMPLIANCE', 3650))
  dev.data.hasResourceProperties('AWS::S3::Bucket', lock('GOVERNANCE', 1))
})
