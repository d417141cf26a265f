// Templates by unit and series by id in the table.
import { Problem } from '#functions/shared/problem.ts'
import { all, type Item, type Key, load } from '#functions/shared/table.ts'
import { Series, Template } from './plan.schema.ts'

const templateKey = (id: string): Key => ({ pk: `TEMPLATE#${id}`, sk: 'TEMPLATE' })

export const templateItem = (template: Template): Item & { version: number } => ({
  ...template,
  ...templateKey(template.id),
  type: 'template',
  gsi1pk: `TEMPLATES#${template.hostUnitId}`,
  gsi1sk: template.id,
})

/** @throws Problem `not-found` */
export const loadTemplate = async (id: string): Promise<Template> => {
  const template = await load(templateKey(id), Template)
  if (!template) throw new Problem('not-found')
  return template
}

/** A unit's templates, oldest first, the retired ones too (eventually consistent: from an index). */
export const templatesOf = (unitId: string): Promise<Template[]> =>
  all({ index: 'byOne', pk: `TEMPLATES#${unitId}` }, Template)

const seriesKey = (id: string): Key => ({ pk: `SERIES#${id}`, sk: 'SERIES' })

export const seriesItem = (series: Series): Item & { version: number } => ({
  ...series,
  ...seriesKey(series.id),
  type: 'series',
})

/** @throws Problem `not-found` */
export const loadSeries = async (id: string): Promise<Series> => {
  const series = await load(seriesKey(id), Series)
  if (!series) throw new Problem('not-found')
  return series
}
