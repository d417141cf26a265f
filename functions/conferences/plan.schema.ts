// Making conferences from others: templates, copies and series. Shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Day, Instant } from '#functions/shared/time.ts'
import { ConferenceInput, Title } from './acts.schema.ts'
import { AgendaItem } from './agenda.schema.ts'
import { ConferenceLine } from './list.schema.ts'
import { Titled } from './persons.schema.ts'
import { Conference } from './schema.ts'

/** Another conference like one there is; its times are those of the model, as long after the start. */
export const CopyInput = z.strictObject({ startsAt: Instant, title: Title.optional() })
export type CopyInput = z.infer<typeof CopyInput>

export const TemplateInput = z.strictObject({ name: line(300) })
export type TemplateInput = z.infer<typeof TemplateInput>

/** What a template keeps of a conference: all that does not belong to one day, with times counted from a start. */
export const Template = z.object({
  id: idOf('tpl'),
  name: z.string(),
  hostUnitId: z.string(),
  model: Conference.pick({
    title: true,
    level: true,
    form: true,
    classification: true,
    venue: true,
    startsAt: true,
    endsAt: true,
    contributionsDueAt: true,
  }).extend({
    chairs: z.array(Titled),
    deputyChair: Titled.optional(),
    secretary: Titled.optional(),
    agenda: z.array(AgendaItem),
  }),
  savedFrom: z.string(),
  savedAt: z.string(),
  retiredAt: z.string().optional(),
  version: z.number(),
})
export type Template = z.infer<typeof Template>

export const TemplatePath = z.object({ template: idOf('tpl') })
export const TemplateQuery = z.strictObject({ unit: namedIdOf('unt') })
export const TemplateList = z.object({ items: z.array(Template) })

export const mostInSeries = 53

export const SeriesInput = z.strictObject({
  first: ConferenceInput,
  every: z.enum(['week', 'month', 'quarter']),
  /** How many, the first among them. */
  count: z.number().int().min(2).max(mostInSeries),
  /** Civil days left out: holidays. */
  except: z.array(Day).max(mostInSeries).default([]),
})
export type SeriesInput = z.infer<typeof SeriesInput>

export const Series = z.object({
  id: namedIdOf('ser'),
  hostUnitId: z.string(),
  every: SeriesInput.shape.every,
  /** In the order of their first dates. */
  conferenceIds: z.array(z.string()),
  version: z.number(),
})
export type Series = z.infer<typeof Series>

export const SeriesPath = z.object({ series: namedIdOf('ser') })
/** The drafts of a series, in the order of their dates. */
export const ShownSeries = Series.extend({ items: z.array(ConferenceLine) })
export type ShownSeries = z.infer<typeof ShownSeries>
