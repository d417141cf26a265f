// What templates and series announce; templates in the log of their unit, for they belong to no conference.
import type { Series, Template } from './plan.schema.ts'

const ofTemplate = <N extends `template.${string}`>(name: N, { id, name: called, hostUnitId }: Template) => ({
  name,
  scope: `templates:${hostUnitId}`,
  subject: id,
  data: { name: called, hostUnitId },
})

export const templateSaved = (template: Template) => ofTemplate('template.saved', template)
export const templateRetired = (template: Template) => ofTemplate('template.retired', template)

export const seriesDrafted = ({ id, hostUnitId, every, conferenceIds }: Series) => ({
  name: 'series.drafted' as const,
  scope: `series:${hostUnitId}`,
  subject: id,
  data: { hostUnitId, every, conferenceIds },
})
