// The agenda: what is planned, what was dropped, and when each item in truth began and ended.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Titled } from './persons.schema.ts'

const ItemId = z.string().regex(/^agd_[0-9a-z-]{1,40}$/)

const planned = {
  id: ItemId,
  title: line(1000),
  kind: z.enum(['opening', 'report', 'plan', 'contributions', 'discussion', 'conclusion', 'other']),
  plannedAt: Instant.optional(),
  minutes: z.number().int().min(1).max(600).optional(),
  /** Who presents, as typed. */
  presenter: line(300).optional(),
}

/** One item as planned; what has happened to it is told by acts and never sent here. */
export const AgendaItemInput = z.strictObject({
  ...planned,
  /** Who presents, from the directory. */
  presenterIds: z.array(namedIdOf('prs')).max(10).optional(),
  /** Why it is not taken after all. */
  dropped: line(500).optional(),
})
export type AgendaItemInput = z.infer<typeof AgendaItemInput>

/** A span of time in which an item was on; the running one has no end. Both are UTC instants. */
const Span = z.object({ startedAt: z.string(), endedAt: z.string().optional() })

export const AgendaItem = z.object({
  ...planned,
  presenters: z.array(Titled).optional(),
  dropped: z.string().optional(),
  /** An item taken up again after a break has several. */
  spans: z.array(Span).optional(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const AgendaItems = z
  .array(AgendaItemInput)
  .max(100)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'agenda ids must differ')

export const AgendaInput = z.strictObject({ items: AgendaItems })
export type AgendaInput = z.infer<typeof AgendaInput>

/** The agenda as its own document: `version` is its ETag, apart from the conference's. */
export const Agenda = z.object({
  items: z.array(AgendaItem),
  /** The item that is on now. */
  current: z.string().optional(),
  version: z.number(),
})
export type Agenda = z.infer<typeof Agenda>

export const AgendaItemPath = z.object({ id: idOf('cnf'), item: ItemId })

/** A device may tell late when it happened. */
export const AgendaAct = z.strictObject({ claimedAt: Instant.optional() })
export type AgendaAct = z.infer<typeof AgendaAct>
