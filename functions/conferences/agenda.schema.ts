// An item of the agenda: what is planned, what was dropped, and when it in truth began and ended.
import * as z from 'zod'
import { later } from '#functions/shared/later.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Titled } from './persons.schema.ts'

export const AgendaItemId = later(() => z.string().regex(/^agd_[0-9a-z-]{1,40}$/))

/** What is told of an item beforehand. */
export const planned = () => ({
  id: AgendaItemId,
  title: line(1000),
  kind: z.enum(['opening', 'report', 'plan', 'contributions', 'discussion', 'conclusion', 'other']),
  plannedAt: Instant.optional(),
  minutes: z.number().int().min(1).max(600).optional(),
  /** Who presents, as typed. */
  presenter: line(300).optional(),
})

/** A span of time in which an item was on; the running one has no end. Both are UTC instants. */
const Span = later(() => z.object({ startedAt: z.string(), endedAt: z.string().optional() }))

export const AgendaItem = later(() =>
  z.object({
    ...planned(),
    presenters: z.array(Titled).optional(),
    dropped: z.string().optional(),
    /** An item taken up again after a break has several. */
    spans: z.array(Span).optional(),
  }),
)
export type AgendaItem = z.infer<typeof AgendaItem>
