// The web on AWS: who may read what, what goes where, what is kept, and that nothing is answered without TLS and its headers.
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { stages } from '#infra/stages.ts'
import { fileHeaders, hashed, unhashed } from '#infra/web.data.ts'
import { statementsOf } from './policies.ts'
import { synthesise } from './templates.ts'

const dev = synthesise('dev')
const ofType = (type: string) => dev.all.filter((resource) => resource.Type === type)

type Behavior = {
  PathPattern?: string
  TargetOriginId: string
  ViewerProtocolPolicy: string
  CachePolicyId: string
  AllowedMethods?: string[]
  ResponseHeadersPolicyId: { Ref: string }
}
type Origin = { Id: string; DomainName: unknown; OriginAccessControlId?: unknown }
type Config = { DefaultCacheBehavior: Behavior; CacheBehaviors: Behavior[]; Origins: Origin[] }

const config = ofType('AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig as Config
const behaviors = [config.DefaultCacheBehavior, ...config.CacheBehaviors]
const behaviorOf = (path?: string) => behaviors.find(({ PathPattern }) => PathPattern === path)
const originOf = (path?: string) =>
  config.Origins.find(({ Id }) => Id === behaviorOf(path)?.TargetOriginId) as Origin

/** CloudFront's own policies, by their ids. */
const never = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const aLongTime = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

describe('what goes where', () => {
  it('files to the bucket, the API to the gateway, everything else to the page', () => {
    for (const path of [hashed, ...unhashed])
      expect(JSON.stringify(originOf(path).DomainName), path).toContain('WebAssets')
    expect(JSON.stringify(originOf('/api/*').DomainName)).toContain('ApiHttp')
    expect(JSON.stringify(originOf().DomainName)).toContain('WebPage')
    expect(JSON.stringify(originOf('/ban-tin/*').DomainName)).toContain('BulletinsPlace')
    expect(behaviors).toHaveLength(4 + unhashed.length)
  })

  it('only files are kept; the API takes every method, the token and all but the host', () => {
    expect(behaviorOf(hashed)?.CachePolicyId).toBe(aLongTime)
    expect([behaviorOf()?.CachePolicyId, behaviorOf('/api/*')?.CachePolicyId]).toEqual([never, never])
    expect(behaviorOf('/api/*')).toMatchObject({
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      OriginRequestPolicyId: allButHost,
    })
  })
})

describe('who may read', () => {
  it('the bucket and the page’s address are CloudFront’s alone', () => {
    expect(originOf(hashed).OriginAccessControlId).toBeDefined()
    expect(originOf().OriginAccessControlId).toBeDefined()
    dev.app.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' })
    const invokers = ofType('AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'cloudfront.amazonaws.com',
    )
    expect(invokers.map(({ Properties }) => Properties.Action).sort()).toEqual([
      'lambda:InvokeFunction',
      'lambda:InvokeFunctionUrl',
    ])
    const policies = ofType('AWS::S3::BucketPolicy').filter(({ id }) => id.startsWith('WebAssets'))
    const readers = statementsOf(policies).filter(({ effect }) => effect === 'Allow')
    expect(readers.flatMap(({ actions }) => actions).sort()).toEqual(['s3:GetObject', 's3:ListBucket'])
    expect(JSON.stringify(policies)).toContain('"AWS:SourceArn"')
  })

  it('the page’s function may do nothing and is told of nothing but the page', () => {
    const page = ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith('WebPage'))
    const told = page?.Properties.Environment as { Variables: Record<string, unknown> } | undefined
    const settings = told?.Variables ?? {}
    expect(Object.keys(settings).sort()).toEqual([
      'LIVE_AUTHORIZER',
      'LIVE_URL',
      'PAGE_ORIGINS',
      'TOKEN_CLIENT_ID',
      'TOKEN_ISSUER',
    ])
    const origins = JSON.stringify(settings.PAGE_ORIGINS)
    expect(origins).toMatch(/SignInPoolDomain.*[.]auth[.]ap-southeast-1[.]amazoncognito[.]com https:/)
    expect(origins).toMatch(/StorageFiles\w+RegionalDomainName/)
    expect(origins, 'rooms: each meeting has a host of its own').toContain('wss://*.chime.aws')
    const policies = ofType('AWS::IAM::Policy').filter(({ id }) => id.startsWith('WebPage'))
    const actions = statementsOf(policies).flatMap((statement) => statement.actions)
    expect(actions.filter((action) => !/^(logs|xray):/.test(action))).toEqual([])
  })
})

describe('how it is answered', () => {
  it('by its own name, with TLS 1.2 and later, redirected to it, and logged', () => {
    dev.app.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: [new URL(stages.dev.publicUrl).hostname],
        ViewerCertificate: Match.objectLike({
          AcmCertificateArn: stages.dev.certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
        }),
        Logging: Match.objectLike({ Prefix: 'web/' }),
      }),
    })
    for (const { ViewerProtocolPolicy } of behaviors) expect(ViewerProtocolPolicy).toBe('redirect-to-https')
  })

  it('says HSTS for two years with every answer, and with files what this machine says with them', () => {
    const said = new Map(
      ofType('AWS::CloudFront::ResponseHeadersPolicy').map(({ id, Properties }) => [id, Properties]),
    )
    for (const { ResponseHeadersPolicyId } of behaviors)
      expect(said.get(ResponseHeadersPolicyId.Ref)).toMatchObject({
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: {
            StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
            ContentTypeOptions: { Override: true },
          },
        },
      })
    const ofFiles = said.get(behaviorOf(hashed)?.ResponseHeadersPolicyId.Ref ?? '')
    expect(ofFiles).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: fileHeaders['content-security-policy'] },
          FrameOptions: { FrameOption: fileHeaders['x-frame-options'] },
          ReferrerPolicy: { ReferrerPolicy: fileHeaders['referrer-policy'] },
        },
        CustomHeadersConfig: {
          Items: [
            {
              Header: 'cross-origin-resource-policy',
              Value: fileHeaders['cross-origin-resource-policy'],
            },
          ],
        },
      },
    })
  })
})
