// What a conference asks its points to check, and the line to the centre; each point's checklist and what it adds up to.
import * as z from 'zod'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Contact, Contacts } from './points.schema.ts'
import { PointKind } from './stored.schema.ts'

/** A plain key: `picture`, `backup-power`. */
export const ItemKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens')

const ChecklistItem = z.strictObject({
  key: ItemKey,
  label: line(200),
  /** What the check asks for, for whoever does it. */
  hint: line(500).optional(),
  /** A point is ready when everything required has passed. */
  required: z.boolean().default(true),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const TechnicalInput = z
  .strictObject({
    /** Without it the default list. */
    checklist: z.array(ChecklistItem).min(1).max(40).optional(),
    /** Whom the points telephone at the centre. */
    centre: Contacts,
  })
  .refine(({ checklist = [] }) => new Set(checklist.map(({ key }) => key)).size === checklist.length, {
    path: ['checklist'],
    message: 'keys must differ',
  })
export type TechnicalInput = z.infer<typeof TechnicalInput>

/** The technical plan of a conference; version 0 before the first edit. */
export const Technical = z.object({
  conferenceId: z.string(),
  checklist: z.array(ChecklistItem),
  centre: z.array(Contact),
  version: z.number(),
})
export type Technical = z.infer<typeof Technical>

export const ShownTechnical = Technical.omit({ conferenceId: true })

export const Verdict = z.enum(['pass', 'fail', 'not-checked'])
export type Verdict = z.infer<typeof Verdict>

export const ReadinessInput = z
  .strictObject({
    /** Item → verdict; `not-checked` takes a verdict back. Items left out stay as they are. */
    checks: z.record(ItemKey, Verdict),
    /** Item → what was seen. */
    notes: z.record(ItemKey, line(300)).optional(),
    note: paragraphs(1000).optional(),
    claimedAt: Instant.optional(),
  })
  .refine(({ checks }) => Object.keys(checks).length > 0, { path: ['checks'], message: 'a check is needed' })
export type ReadinessInput = z.infer<typeof ReadinessInput>

/** What was last said of one item: by whom and when. */
export const ItemCheck = z.object({
  verdict: Verdict,
  note: z.string().optional(),
  at: z.string(),
  /** Unknown of the first conferences' checks. */
  by: z.string().optional(),
  event: z.string(),
})
export type ItemCheck = z.infer<typeof ItemCheck>

/** A point's checklist as it stands: item → the check that holds. An item of the point's own. */
export const Readiness = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  items: z.record(z.string(), ItemCheck),
  /** The note of the last check as a whole. */
  note: z.object({ text: z.string(), at: z.string(), event: z.string() }).optional(),
  version: z.number(),
})
export type Readiness = z.infer<typeof Readiness>

/** `checking`: something is still to be checked and nothing has failed. */
export const ReadinessState = z.enum(['not-checked', 'checking', 'not-ready', 'ready'])
export type ReadinessState = z.infer<typeof ReadinessState>

const ShownItem = ChecklistItem.extend({
  verdict: Verdict,
  note: z.string().optional(),
  at: z.string().optional(),
  by: z.string().optional(),
})

const Summary = z.object({
  state: ReadinessState,
  /** Keys of what failed, and of what nobody has checked. */
  failed: z.array(z.string()),
  unchecked: z.array(z.string()),
  checkedAt: z.string().optional(),
})
export type Summary = z.infer<typeof Summary>

export const PointReadiness = Summary.extend({ items: z.array(ShownItem), note: z.string().optional() })
export type PointReadiness = z.infer<typeof PointReadiness>

const ReadinessLine = Summary.extend({
  pointId: z.string(),
  unitId: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  /** Whom to telephone, for the desk. */
  contacts: z.array(Contact).optional(),
})
export type ReadinessLine = z.infer<typeof ReadinessLine>

export const ReadinessQuery = z.strictObject({ state: ReadinessState.optional() })

export const ReadinessSheet = z.object({
  at: z.string(),
  /** When every point should have been checked: 60 minutes before the start. */
  dueAt: z.string(),
  overdue: z.boolean(),
  counts: z.record(ReadinessState, z.number()),
  items: z.array(ReadinessLine),
})
