// The one way to live with a finding of cdk-nag: by its exact id and with the reason.
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** @param findings finding id, as the report prints it → why it is right here */
export const acknowledge = (construct: IConstruct, findings: Record<string, string>) => {
  for (const [id, reason] of Object.entries(findings)) Validations.of(construct).acknowledge({ id, reason })
}

export const tracingNeedsStar: Record<string, string> = {
  'AwsSolutions-IAM5[Resource::*]':
    'X-Ray PutTraceSegments and PutTelemetryRecords have no resource to name; the CDK adds them for active tracing.',
}
