// The chain's keeping: seals that broke off, the daily checkpoint under the house's own key, the command that builds the index anew.
import { CfnOutput } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule, type CfnScheduleProps } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { DataStack } from '../data-stack.ts'
import { mayRead, maySign, mayUse, mayWrite } from './grants.ts'
import { HouseFunction, type HouseFunctionProps } from './house-function.ts'
import { checkpointRoleName } from './signing-key.ts'

type Common = Pick<HouseFunctionProps, 'stage' | 'alarms' | 'environment'>
type Data = Pick<DataStack, 'records' | 'storage'> & { certifyingKey: Key }
type Given = { data: Data; sign: IFunction; common: Common }
type When = Pick<CfnScheduleProps, 'scheduleExpression' | 'scheduleExpressionTimezone'>
type Schedule = { description: string; when: When; input?: object }

/** The function that may use the key is asked itself: nobody else gets a right to complete what it began. */
const completion = { scheduleExpression: 'rate(15 minutes)' }

/** Five past midnight in Việt Nam, for the day that has begun; the function itself sees to it that a day has one. */
const daily = { scheduleExpression: 'cron(5 0 * * ? *)', scheduleExpressionTimezone: 'Asia/Ho_Chi_Minh' }

export class ChainKeeping extends Construct {
  constructor(scope: Construct, id: string, { data, sign, common }: Given) {
    super(scope, id)
    this.checkpoints(data, common)
    const description = 'Seals that broke off are completed'
    this.regularly('Completion', sign, { description, when: completion, input: { complete: 'seals' } })
    this.rebuild(data, common)
  }

  private checkpoints({ records, storage, certifyingKey }: Data, common: Common) {
    const made = new HouseFunction(this, 'Checkpoint', {
      ...common,
      bundle: 'archive-checkpoint',
      description: 'States daily how far the chain of records reaches',
      size: common.stage.functions.jobs,
      environment: { ...common.environment, CERTIFYING_KEY_ID: certifyingKey.keyArn },
      roleName: checkpointRoleName(common.stage),
    })
    mayRead(made, records)
    mayWrite(made, records)
    mayUse(made, storage.archive, ['chain/'], ['Get'])
    mayUse(made, storage.archive, ['checkpoints/', 'keys/'], ['Get', 'Put'])
    maySign(made, certifyingKey)
    this.regularly('Daily', made.lambda, { description: 'A checkpoint of the chain a day', when: daily })
  }

  /** By a role of its own that may invoke this function and no version of it. What fails rings the function's alarm. */
  private regularly(id: string, lambda: IFunction, { description, when, input }: Schedule) {
    const role = new Role(this, `${id}Role`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    })
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }),
    )
    new CfnSchedule(this, id, {
      description,
      flexibleTimeWindow: { mode: 'OFF' },
      ...when,
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 43_200 },
        ...(input ? { input: JSON.stringify(input) } : {}),
      },
    })
  }

  /** Invoked by hand: no route and no event leads to it. */
  private rebuild({ records, storage }: Data, common: Common) {
    const made = new HouseFunction(this, 'Rebuild', {
      ...common,
      bundle: 'archive-rebuild-chain',
      description: 'Builds the index of the archive anew from its bucket',
      size: common.stage.functions.jobs,
    })
    mayRead(made, records)
    mayWrite(made, records)
    mayUse(made, storage.archive, ['sha256/', 'chain/', 'keys/', 'checkpoints/'], ['Get'])
    new CfnOutput(this, 'RebuildName', { value: made.lambda.functionName })
  }
}
