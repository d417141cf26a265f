// The agenda as it is planned, run and shown: apart, so that a cold start, which reads conferences, need not build it.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { AgendaItem, AgendaItemId, planned } from './agenda.schema.ts'

/** One item as planned; what has happened to it is told by acts and never sent here. */
export const AgendaItemInput = z.strictObject({
  ...planned(),
  /** Who presents, from the directory. */
  presenterIds: z.array(namedIdOf('prs')).max(10).optional(),
  /** Why it is not taken after all. */
  dropped: line(500).optional(),
})
export type AgendaItemInput = z.infer<typeof AgendaItemInput>

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

export const AgendaItemPath = z.object({ id: idOf('cnf'), item: AgendaItemId })

/** A device may tell late when it happened. */
export const AgendaAct = z.strictObject({ claimedAt: Instant.optional() })
export type AgendaAct = z.infer<typeof AgendaAct>
