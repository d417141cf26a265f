// The HTTP API: an outer fence of signed-in routes, the public ones by name, each to the function it lives in.
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
import { gatewayRoutes, type HttpBundle } from '../surface.ts'
import { acknowledge } from './acknowledge.ts'
import { alarm, alarmWindow } from './alarm.ts'
import { logGroup } from './house-function.ts'
import type { SignIn } from './sign-in.ts'

const publicByDesign = {
  'AwsSolutions-APIG4':
    'Open at the gateway by design: the route says so itself (act `public`, or `personal`: its link is read by the function).',
}

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

type ApiProps = { stage: Stage; signIn: SignIn; functions: Record<HttpBundle, IFunction>; alarms: ITopic }

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

  private addRoutes({ functions }: ApiProps) {
    const integrations = new Map(
      Object.entries(functions).map(([name, lambda]) => [name, new HttpLambdaIntegration(name, lambda)]),
    )
    for (const { to, method, path, public: open } of gatewayRoutes) {
      const integration = integrations.get(to)
      if (!integration) throw new Error(`No function answers ${path}.`)
      const methods = [HttpMethod[method as keyof typeof HttpMethod]]
      const authorizer = open ? { authorizer: new HttpNoneAuthorizer() } : {}
      const routes = this.http.addRoutes({ path, methods, integration, ...authorizer })
      if (open) for (const route of routes) acknowledge(route, publicByDesign)
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
