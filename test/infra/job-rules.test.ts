// Which worker hears of a job: by its kind, the same on one machine and in AWS, and always exactly one.
import { expect, it } from 'vitest'
import { eventRules, hears } from '#infra/rules.data.ts'
import { synthesise } from './templates.ts'

type Pattern = { detail?: { kind: (string | { 'anything-but': string[] })[] }; 'detail-type': string[] }

const patterns = Object.values(synthesise('dev').app.findResources('AWS::Events::Rule'))
  .map(({ Properties }) => Properties.EventPattern as Pattern)
  .filter((pattern) => pattern['detail-type']?.includes('job.started'))

const passes = (pattern: Pattern, kind: string) =>
  !pattern.detail ||
  pattern.detail.kind.some((one) =>
    typeof one === 'string' ? one === kind : !one['anything-but'].includes(kind),
  )

const kinds = ['attendance.export', 'units.import', ...eventRules.flatMap(({ jobKinds = [] }) => jobKinds)]

it.each(kinds)('%s has one worker, and the same in both homes', (kind) => {
  const here = eventRules.filter((rule) => hears(rule, { name: 'job.started', kind }))
  expect(here).toHaveLength(1)
  expect(patterns.filter((pattern) => passes(pattern, kind))).toHaveLength(1)
  expect(hears(here[0] ?? { name: '', detailTypes: [], entry: '' }, { name: 'job.continued', kind })).toBe(
    true,
  )
})
