// The HTTP API: an outer fence of signed-in routes, the public ones by name, and the two routes that reach the key.
import { Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Stage } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { logGroup } from './house-function.ts'
import type { SignIn } from './sign-in.ts'

/** A route of the gateway, path parameters in braces. */
export type GatewayRoute = { method: string; path: string }

const signRoutes = ['/api/conferences/{id}/minutes/sign', '/api/conferences/{id}/minutes/seal']

/** One JSON line a request: enough to find it in our own log by its id, and who was slow. No query, it may name people. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    ip: '$context.identity.sourceIp',
    route: '$context.routeKey',
    path: '$context.path',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    refused: '$context.authorizer.error',
    fault: '$context.integrationErrorMessage',
  }),
)

type ApiProps = {
  stage: Stage
  signIn: SignIn
  api: IFunction
  sign: IFunction
  publicRoutes: GatewayRoute[]
  alarms: ITopic
}

export class Api extends Construct {
  readonly http: HttpApi

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id)
    // Only an outer fence: the functions verify the raw token themselves and never read the gateway's claims.
    const authorizer = new HttpJwtAuthorizer('Tokens', props.signIn.pool.userPoolProviderUrl, {
      jwtAudience: [props.signIn.client.userPoolClientId],
    })
    this.http = new HttpApi(this, 'Http', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      defaultAuthorizer: authorizer,
    })
    this.addRoutes(props)
    this.addStage(props.stage)
    const faults = this.http.metricServerError(alarmWindow)
    alarm(
      this,
      'Faults',
      faults,
      5,
      props.alarms,
      'The API answered five requests or more with 5xx in five minutes.',
    )
  }

  private addRoutes({ api, sign, publicRoutes }: ApiProps) {
    const toApi = new HttpLambdaIntegration('Api', api)
    const toSign = new HttpLambdaIntegration('Sign', sign)
    this.http.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration: toApi })
    for (const path of signRoutes)
      this.http.addRoutes({ path, methods: [HttpMethod.POST], integration: toSign })
    const authorizer = new HttpNoneAuthorizer()
    for (const { method, path } of publicRoutes) {
      const methods = [HttpMethod[method as keyof typeof HttpMethod]]
      for (const route of this.http.addRoutes({ path, methods, integration: toApi, authorizer }))
        acknowledge(route, {
          'AwsSolutions-APIG4': 'Public by design: the route says so itself (act `public`).',
        })
    }
  }

  private addStage(stage: Stage) {
    const logs = logGroup(this, stage)
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLine },
    })
  }
}
