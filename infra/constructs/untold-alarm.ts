// Rings when messages reached nobody: a channel that is away fails no function, so only the log knows.

import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { untold } from '#functions/live/untold.data.ts'
import { alarm, alarmWindow } from './alarm.ts'
import type { HouseFunction } from './house-function.ts'

/** One message lost is what the channel may do anyway. */
const manyTimes = 10

export const untoldAlarm = (teller: HouseFunction, alarms: ITopic) => {
  const filter = new MetricFilter(teller, 'Untold', {
    logGroup: teller.lambda.logGroup,
    metricNamespace: 'DiemCau',
    metricName: `untold-${teller.node.path}`.replaceAll('/', '-'),
    filterPattern: FilterPattern.stringValue('$.message', '=', untold),
    metricValue: '1',
  })
  const lost = filter.metric({ ...alarmWindow, statistic: 'Sum' })
  alarm(
    teller,
    'UntoldOften',
    lost,
    manyTimes,
    alarms,
    'Screens are not told: the live channel does not take messages.',
  )
}
