// The one way to make a function: its bundle, its own role and log group, tracing, and alarms on errors and throttles.
import { join } from 'node:path'
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { bundlesFolder } from '../bundles.ts'
import type { FunctionSize, Stage } from '../stages.ts'
import { acknowledge, tracingNeedsStar } from './acknowledge.ts'
import { alarm, alarmWindow } from './alarm.ts'

export type HouseFunctionProps = {
  stage: Stage
  /** Name of the bundle under .build/functions. */
  bundle: string
  description: string
  size: FunctionSize
  environment: Record<string, string>
  alarms: ITopic
  roleName?: string
  /** Where a native library leaves no choice. */
  architecture?: 'x86_64'
}

export const logGroup = (scope: Construct, stage: Stage, logGroupName?: string) =>
  new LogGroup(scope, 'Logs', {
    retention: stage.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
    ...(logGroupName ? { logGroupName } : {}),
  })

/** Tests of the stacks alone may point `bundles` at a folder of stand-ins. */
const codeOf = (scope: Construct, bundle: string) => {
  const folder = scope.node.tryGetContext('bundles') ?? bundlesFolder
  return Code.fromAsset(join(folder, bundle), { exclude: ['*.map'] })
}

export class HouseFunction extends Construct {
  readonly lambda: LambdaFunction
  readonly role: Role

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id)
    const logs = logGroup(this, props.stage)
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      ...(props.roleName ? { roleName: props.roleName } : {}),
    })
    logs.grantWrite(this.role)
    acknowledge(this.role, tracingNeedsStar)
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ? Architecture.X86_64 : Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(this, props.bundle),
      description: props.description,
      role: this.role,
      memorySize: props.size.memoryMb,
      timeout: Duration.seconds(props.size.timeoutSeconds),
      ...(props.size.reserved ? { reservedConcurrentExecutions: props.size.reserved } : {}),
      ...(props.size.diskMb ? { ephemeralStorageSize: Size.mebibytes(props.size.diskMb) } : {}),
      tracing: Tracing.ACTIVE,
      logGroup: logs,
      loggingFormat: LoggingFormat.JSON,
      environment: props.environment,
    })
    this.watch(props)
  }

  private watch({ alarms, bundle }: HouseFunctionProps) {
    const errors = this.lambda.metricErrors(alarmWindow)
    alarm(this, 'Errors', errors, 1, alarms, `${bundle}: an invocation failed; read its log group.`)
    const throttles = this.lambda.metricThrottles(alarmWindow)
    alarm(
      this,
      'Throttles',
      throttles,
      1,
      alarms,
      `${bundle}: invocations were refused for want of concurrency.`,
    )
  }
}
