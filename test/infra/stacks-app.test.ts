// What can be rebuilt hurts nobody meanwhile: grants, routes, retries, dead letters, alarms and log retention.
import { Match } from 'aws-cdk-lib/assertions'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import { linkRoutes, publicRoutes } from '#functions/public-routes.data.ts'
import { findEntries } from '#infra/bundles.ts'
import { braced, describedRoutes } from '#infra/openapi.ts'
import { stages } from '#infra/stages.ts'
import { apps, gatewayRoutes } from '#infra/surface.ts'
import { gatewayRoute } from '#test/support/bundles.ts'
import { statementsOf } from './policies.ts'
import { synthesise, withApp } from './templates.ts'

const dev = synthesise('dev')
const entries = findEntries().length
const ofType = (type: string) => dev.all.filter((resource) => resource.Type === type)
const statements = statementsOf(dev.all)
const allowed = statements.filter(({ effect }) => effect === 'Allow')

it('deploys a function for every bundle, and no code twice', () => {
  const deployed = Object.values(dev.app.findResources('AWS::Lambda::Function'))
  expect(new Set(deployed.map(({ Properties }) => Properties.Code.S3Key)).size).toBe(entries)
})

describe('grants', () => {
  it('allow no wildcard in any action', () => {
    expect(allowed.length).toBeGreaterThan(20)
    expect(allowed.filter(({ actions }) => actions.some((action) => action.includes('*')))).toEqual([])
  })

  it('name their resources; a wildcard only ends a path of object keys, topics or meetings, but for what has no resource yet', () => {
    const wild = allowed
      .filter(({ kind }) => kind === 'AWS::IAM::Policy')
      .flatMap(({ actions, resources }) =>
        resources.filter((one) => one.includes('*')).map((one) => [actions, one] as const),
      )
    const keys = wild.filter(([, resource]) =>
      /Storage(Files|Archive|Failures|Recordings)\w+"\},"\/([\w/]+\/)?\*"\]\]\}$/.test(resource),
    )
    const topics = wild.filter(
      ([actions, resource]) =>
        actions.join() === 'iot:Publish' && /:topic\/conferences\/\*"\]\]\}$/.test(resource),
    )
    const meetings = wild.filter(([, resource]) =>
      /:chime:\*:.*:(meeting|media-pipeline)\/\*"\]\]\}$/.test(resource),
    )
    expect(meetings.flatMap(([actions]) => actions).filter((action) => !action.startsWith('chime:'))).toEqual(
      [],
    )
    const published = wild.filter(([, resource]) =>
      /(BulletinsPlace\w+","Arn"\]\},"\/ban-tin|WebLogs\w+","Arn"\]\},"\/web)\/\*"/.test(resource),
    )
    expect(new Set(published.flatMap(([actions]) => actions))).toEqual(
      new Set(['s3:DeleteObject', 's3:GetObject', 's3:PutObject']),
    )
    const others = wild.filter((one) => ![keys, topics, meetings, published].flat().includes(one))
    expect(
      keys.every(([actions]) =>
        actions.every((action) =>
          /^s3:((Get|Put)Object(Retention)?|PutObjectLegalHold|AbortMultipartUpload)$/.test(action),
        ),
      ),
    ).toBe(true)
    const unnamed = [
      ...['chime:CreateMeeting', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
      ...['Capture', 'Concatenation', 'LiveConnector'].map((kind) => `chime:CreateMedia${kind}Pipeline`),
    ]
    for (const [actions, resource] of others)
      expect([actions.filter((action) => !unnamed.includes(action)), resource]).toEqual([[], '*'])
  })

  it('use no managed policy, let only the API delete records, within conferences, and only the publisher what it published', () => {
    expect(ofType('AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns)).toEqual([])
    const all = allowed.filter(({ actions }) =>
      actions.some((action) => /^(s3|dynamodb):.*Delete/.test(action)),
    )
    const deleting = all.filter(({ actions }) => !actions.includes('s3:DeleteObject'))
    const objects = all.filter((one) => !deleting.includes(one))
    expect(objects.map(({ policy }) => policy.replace(/Role.*/, ''))).toEqual(['ConsumerbulletinsHandler'])
    expect(objects.flatMap(({ resources }) => resources)).toEqual([expect.stringMatching(/BulletinsPlace/)])
    expect(deleting.map(({ policy }) => policy.replace(/Policy.*/, ''))).toEqual([
      expect.stringMatching(/^ApiFunction/),
    ])
    expect(deleting.map(({ actions, conditions }) => [actions, conditions])).toEqual([
      [
        ['dynamodb:DeleteItem'],
        {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CNF#*', 'BOARD#*'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      ],
    ])
  })

  it('give one key to the sign function alone, and the other to what certifies', () => {
    const signers = allowed.filter(
      ({ kind, actions }) => kind === 'AWS::IAM::Policy' && actions.includes('kms:Sign'),
    )
    const pairs = signers.map(({ policy, resources }) => [policy.replace(/Role.*/, ''), resources.join()])
    expect(pairs).toEqual(
      expect.arrayContaining([
        ['SignFunction', expect.stringContaining('SigningKey')],
        ['ConsumerpackagesHandler', expect.stringContaining('CertifyingKey')],
        ['ChainKeepingCheckpoint', expect.stringContaining('CertifyingKey')],
      ]),
    )
    const people = pairs.filter(([, key]) => key?.includes('SigningKey'))
    expect(people.map(([policy]) => policy)).toEqual(['SignFunction'])
    const targets = ofType('AWS::Scheduler::Schedule').map(({ Properties }) => Properties.Target)
    const Arn = { 'Fn::GetAtt': [expect.stringMatching(/^SignFunction/), 'Arn'] }
    expect(targets).toContainEqual(expect.objectContaining({ Arn, Input: '{"complete":"seals"}' }))
  })

  it('let only the sign function write to the archive, but for files under their digests and the public half of the other key', () => {
    const writers = allowed.filter(
      ({ actions, resources }) =>
        actions.includes('s3:PutObject') &&
        resources.some(
          (resource) => resource.includes('StorageArchive') && !/(keys|checkpoints)[/]/.test(resource),
        ),
    )
    const [printing, ...others] = writers.toSorted((a, b) => (a.policy < b.policy ? -1 : 1))
    expect(others.map(({ policy }) => policy)).toEqual([expect.stringMatching(/^SignFunctionRole/)])
    expect(printing?.policy).toMatch(/^ConsumerdocumentsHandlerRole/)
    const places = printing?.resources.filter((resource) => resource.includes('StorageArchive'))
    expect(places).toEqual([expect.stringMatching(/\/sha256\/\*/)])
  })

  it('let one function lengthen locks and place holds on sealed files, and nobody go around a lock', () => {
    const locking = allowed.filter(({ actions }) =>
      actions.some((action) => /Retention|LegalHold/.test(action)),
    )
    expect(locking.map(({ policy, actions }) => [policy.replace(/Role.*/, ''), actions])).toEqual([
      [
        'ConsumerarchivelockHandler',
        ['s3:GetObject', 's3:GetObjectRetention', 's3:PutObjectLegalHold', 's3:PutObjectRetention'],
      ],
    ])
    expect(locking[0]?.resources).toEqual([expect.stringMatching(/StorageArchive.*\/sha256\/\*/)])
    const deleting = allowed.filter(({ actions }) =>
      actions.some((action) => /^s3:.*(Delete|Bypass)/.test(action)),
    )
    expect(deleting.filter(({ resources }) => resources.join().includes('StorageArchive'))).toEqual([])
  })

  it('let only the function of files read the quarantine', () => {
    const readers = allowed.filter(
      ({ actions, resources }) =>
        actions.includes('s3:GetObject') && resources.some((resource) => resource.includes('quarantine/')),
    )
    expect(readers.map(({ policy }) => policy)).toEqual([expect.stringMatching(/^FilesFunctionRole/)])
  })

  it('let other services in only by name', () => {
    const principals = JSON.stringify([...ofType('AWS::Lambda::Permission'), ...ofType('AWS::IAM::Role')])
    expect(principals).not.toContain('"AWS":"*"')
    for (const { Properties } of ofType('AWS::Lambda::Permission')) expect(Properties.SourceArn).toBeDefined()
  })
})

describe('the API', () => {
  const routes = ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties)
  const keyOf = (route: { RouteKey?: unknown }) => String(route.RouteKey)

  it('asks for a token on every route but the public ones', () => {
    const open = routes.filter((route) => route.AuthorizationType !== 'JWT').map(keyOf)
    expect(open.sort()).toEqual(
      [...publicRoutes, ...linkRoutes].map(({ method, path }) => `${method} ${braced(path)}`).sort(),
    )
    expect(routes.map(keyOf)).toContain('ANY /api/{proxy+}')
  })

  it('sends each route to the function it lives in, and only signing and sealing to the one with the key', () => {
    for (const [bundle, entries] of Object.entries(apps))
      for (const { method, path } of describedRoutes(entries))
        expect([method, path, gatewayRoute(path, method)]).toEqual([method, path, bundle])
    const toKey = gatewayRoutes
      .filter(({ to }) => to === 'minutes-sign')
      .map(({ path }) => path.split('/').at(-1))
    expect(toKey).toEqual(['sign', 'seal', 'seal'])
  })

  it('has the routes it was given, each wired to its function', () => {
    const names = {
      accounts: 'AccountsFunction',
      api: 'ApiFunction',
      archive: 'ArchiveFunction',
      files: 'FilesFunction',
      'minutes-sign': 'SignFunction',
      search: 'SearchFunction',
    }
    const integrations = new Map(
      ofType('AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [id, JSON.stringify(Properties)]),
    )
    for (const { to, method, path } of gatewayRoutes) {
      const route = routes.find((one) => keyOf(one) === `${method} ${path}`)
      const target = [...integrations.keys()].find((id) => JSON.stringify(route?.Target).includes(id)) ?? ''
      expect(integrations.get(target), path).toContain(names[to])
    }
  })

  it('is throttled and logged', () => {
    dev.app.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      AccessLogSettings: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp('requestId') },
      DefaultRouteSettings: Match.objectLike({ ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 }),
    })
  })
})

describe('functions', () => {
  it('run Node 24 on arm64 but for the one that prints, traced, with a log group that forgets', () => {
    expect(ofType('AWS::Lambda::Function').map(({ Properties }) => Properties)).toHaveLength(entries)
    for (const { id, Properties } of ofType('AWS::Lambda::Function'))
      expect(Properties, id).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: [id.startsWith('Consumerdocuments') ? 'x86_64' : 'arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
      })
    for (const { id, Properties } of ofType('AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays, id).toBe(7)
  })

  it('carry no setting that is for one machine only', () => {
    const environments = JSON.stringify(
      ofType('AWS::Lambda::Function').map(({ Properties }) => Properties.Environment),
    )
    expect(environments).not.toMatch(/DYNAMODB_ENDPOINT|S3_ENDPOINT|SIGNING_KEY_FILE|SMTP_URL/)
  })
})

describe('events out', () => {
  it('has exactly two readers of the stream, and both filter, retry five times and set aside what fails', () => {
    dev.app.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FilterCriteria: {
        Filters: [
          { Pattern: Match.stringLikeRegexp('"type":\\{"S":\\[.*"board"') },
          { Pattern: '{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"type":{"S":["board"]}}}}' },
        ],
      },
    })
    dev.app.hasResourceProperties('AWS::Pipes::Pipe', {
      SourceParameters: {
        FilterCriteria: {
          Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"type":{"S":["event"]}}}}' }],
        },
        DynamoDBStreamParameters: Match.objectLike({
          MaximumRetryAttempts: 5,
          OnPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          DeadLetterConfig: { Arn: Match.anyValue() },
        }),
      },
    })
    const streamed = ofType('AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.StartingPosition,
    )
    expect([streamed.length, ofType('AWS::Pipes::Pipe').length]).toEqual([1, 1])
  })

  it('encrypts every queue, and each has a dead-letter queue or is one', () => {
    const queues = ofType('AWS::SQS::Queue')
    const dead = JSON.stringify([
      ...queues.map(({ Properties }) => Properties.RedrivePolicy),
      ...ofType('AWS::Pipes::Pipe'),
      ...ofType('AWS::Events::Rule').flatMap(({ Properties }) =>
        (Properties.Targets as { DeadLetterConfig: unknown }[]).map(
          ({ DeadLetterConfig }) => DeadLetterConfig,
        ),
      ),
    ])
    for (const { id, Properties } of queues) {
      expect(Properties.SqsManagedSseEnabled, id).toBe(true)
      expect(Boolean(Properties.RedrivePolicy) || dead.includes(`"${id}"`), id).toBe(true)
      const policy = statements.filter(
        ({ effect, resources }) => effect === 'Deny' && resources.join().includes(id),
      )
      expect(
        policy.flatMap(({ actions }) => actions),
        id,
      ).toEqual(['sqs:*'])
    }
    // What tells people is itself the last resort.
    const toPeople = (targets: unknown) => /"Alarms\w+"/.test(JSON.stringify(targets))
    const rules = ofType('AWS::Events::Rule').filter(({ Properties }) => !toPeople(Properties.Targets))
    for (const { Properties } of rules)
      expect(Properties.Targets).toEqual([expect.objectContaining({ DeadLetterConfig: expect.anything() })])
  })

  it('hands jobs’ queue one job at a time, and a job whose run died to the next soon after', () => {
    const { timeoutSeconds } = stages.dev.functions.jobs
    dev.app.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: timeoutSeconds + 60 })
    dev.app.hasResourceProperties('AWS::Lambda::EventSourceMapping', { BatchSize: 1 })
    dev.app.hasResourceProperties('AWS::Lambda::Function', { Timeout: timeoutSeconds })
    dev.app.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['diemcau'], 'detail-type': ['job.started', 'job.continued'] },
    })
  })

  it('hides a message for six times the time its handler may take', () => {
    const seconds = stages.dev.functions.consumer.timeoutSeconds
    dev.app.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: seconds * 6 })
  })
})

it('rings on errors and throttles of each function, iterator age, the pipe, 5xx and each dead-letter queue', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties)
  const count = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric).length
  expect([count('Errors'), count('Throttles')]).toEqual([entries, entries])
  expect([count('IteratorAge'), count('5xx'), count('ExecutionFailed')]).toEqual([1, 1, 1])
  const dead = ofType('AWS::SQS::Queue').filter(({ Properties }) => !Properties.RedrivePolicy)
  expect(count('ApproximateNumberOfMessagesVisible')).toBe(dead.length)
  for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1)
})

it('has no finding on the stage between, either', () => {
  expect(() => synthesise('test')).not.toThrow()
})

it('fails the synth on a finding nobody acknowledged', () => {
  withApp(stages.dev, ({ app, data }) => {
    new Bucket(data, 'Careless')
    expect(() => app.synth()).toThrow('AwsSolutions-S1')
  })
})

it('lets only the function of accounts administer the pool, by named acts, on that pool', () => {
  const found = allowed.filter(({ actions }) => actions.some((action) => action.startsWith('cognito-idp:')))
  expect(found).toHaveLength(1)
  const [{ policy = '', actions = [], resources = [] } = {}] = found
  expect(policy).toMatch(/^AccountsFunctionRole/)
  expect(actions.toSorted()).toEqual([
    'cognito-idp:AdminCreateUser',
    'cognito-idp:AdminDisableUser',
    'cognito-idp:AdminEnableUser',
    'cognito-idp:AdminGetUser',
    'cognito-idp:AdminUserGlobalSignOut',
    'cognito-idp:ListUsers',
  ])
  expect(resources).toEqual([expect.stringContaining('SignInPool')])
})
