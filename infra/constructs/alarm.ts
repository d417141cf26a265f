// The one way to raise an alarm: a sum over five minutes, missing data is fine, one topic hears it.
import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

export const alarmWindow = { period: Duration.minutes(5) }

/** @param limit rings when the metric is at or above it */
export const alarm = (
  scope: Construct,
  id: string,
  metric: IMetric,
  limit: number,
  topic: ITopic,
  means: string,
) => {
  const made = new Alarm(scope, id, {
    metric,
    threshold: limit,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: means,
  })
  made.addAlarmAction(new SnsAction(topic))
  return made
}
