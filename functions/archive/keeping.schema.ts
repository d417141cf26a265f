// How long a record is kept, whether it is held, and how far the store's lock follows: shapes.
import * as z from 'zod'
import { paragraphs } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'
import { type KeepingClass, keepingClasses } from './keeping.data.ts'
import { ChainLink, RecordHead } from './schema.ts'

const Class = z.enum(Object.keys(keepingClasses) as [KeepingClass, ...KeepingClass[]])

export const Reclassification = z.strictObject({ class: Class, reason: paragraphs(1000) })
export type Reclassification = z.infer<typeof Reclassification>

export const HoldInput = z.strictObject({ reason: paragraphs(1000) })
export type HoldInput = z.infer<typeof HoldInput>

const By = z.object({ sub: z.string(), name: z.string() })

/** Why nothing of the record may go, whatever its class. */
const Hold = z.object({ reason: z.string(), at: z.string(), by: By })

/** What archivists said of one record; without it the usual class holds. Lifted holds stay in the log. */
export const Decided = z.object({
  recordId: z.string(),
  class: Class.optional(),
  reason: z.string().optional(),
  hold: Hold.optional(),
  version: z.number(),
})
export type Decided = z.infer<typeof Decided>

/** How the stored files were last found locked: `none` where the store has no lock of its own. */
export const RecordLock = z.object({
  store: z.enum(['locked', 'none']),
  until: z.string().optional(),
  held: z.boolean(),
  objects: z.number(),
  at: z.string(),
})
export type RecordLock = z.infer<typeof RecordLock>

export const Keeping = z.object({
  class: Class,
  label: z.string(),
  basis: z.string(),
  /** Why it is another than the usual one. */
  reason: z.string().optional(),
  /** The last civil day of it; missing of what is kept for ever. */
  endsOn: z.string().optional(),
  held: z.boolean(),
  /** `reason` and `by` for archivists alone: a hold may have to do with an inquiry. */
  hold: z.object({ at: z.string(), reason: z.string().optional(), by: z.string().optional() }).optional(),
  /** Missing until the store has been looked at. */
  lock: RecordLock.optional(),
})
export type Keeping = z.infer<typeof Keeping>

export const EndingQuery = z.strictObject({
  /** Kept until an earlier day than this one. */
  before: Day,
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(4000).optional(),
})

export const EndingRecord = RecordHead.extend({ keeping: Keeping })
export type EndingRecord = z.infer<typeof EndingRecord>

export const RecordView = RecordHead.extend({
  record: z.record(z.string(), z.unknown()),
  link: ChainLink,
  keeping: Keeping,
})
export type RecordView = z.infer<typeof RecordView>
