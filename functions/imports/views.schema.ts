// An import as answered: what is open of it, what its sources give differently, and the text it would make. Shapes.
import * as z from 'zod'
import { TextBlock } from '#functions/minutes/text.schema.ts'
import { OutcomeFlag, OutcomeKind } from '#functions/outcomes/schema.ts'
import { Import, ImportFacts, Settlement } from './schema.ts'

/** What its documents do not say. */
export const Missing = z.enum(['title', 'date', 'chair', 'venue', 'level'])
export type Missing = z.infer<typeof Missing>

/** What is not known, or not right, about one entry. */
export const ImportFlag = z.object({
  /** JSON pointer into the facts. */
  pointer: z.string(),
  flag: z.enum([...OutcomeFlag.options, 'diacritics-missing', 'publisher-missing', 'published-missing']),
})
export type ImportFlag = z.infer<typeof ImportFlag>

export const Contradiction = z.object({
  /** Names what the statements are about, the same for whatever source gives it. */
  subject: z.string(),
  kind: OutcomeKind,
  statements: z.array(z.object({ source: z.string(), text: z.string() })),
  settled: Settlement.omit({ subject: true, statements: true }).optional(),
})
export type Contradiction = z.infer<typeof Contradiction>

const judged = { missing: z.array(Missing), startsAt: z.string(), unsettled: z.number() }

/** A line of the list. */
export const ImportHead = Import.pick({
  id: true,
  state: true,
  at: true,
  by: true,
  seal: true,
  version: true,
})
  .extend(ImportFacts.pick({ title: true, hostUnitId: true, heldOn: true }).shape)
  .extend(judged)
export type ImportHead = z.infer<typeof ImportHead>

export const ImportView = Import.omit({ told: true, settlements: true, frozen: true }).extend({
  ...judged,
  flags: z.array(ImportFlag),
  contradictions: z.array(Contradiction),
  /** The record's text as it would be sealed now. */
  blocks: z.array(TextBlock),
})
export type ImportView = z.infer<typeof ImportView>

export const ImportQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1000).optional(),
})
