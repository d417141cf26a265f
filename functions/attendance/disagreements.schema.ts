// Where sources disagree and what settles it: shapes.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { MarkState, RollAct } from './roll.schema.ts'

export const DisagreementKind = z.enum([
  'link-without-roll',
  'roll-without-link',
  'heads-below-present',
  'sources-differ',
  'ended-grant',
  'documents-differ',
])
export type DisagreementKind = z.infer<typeof DisagreementKind>

/** One of the statements that disagree: who said what, and when it held. */
export const Statement = z.object({
  /** The event that recorded it: what is chosen by. */
  event: z.string(),
  /** `secretariat`, `operator`, `check-in`; of documents, their name as records have it. */
  source: z.string(),
  by: z.string().optional(),
  at: z.string(),
  state: MarkState.optional(),
  substitute: z.string().optional(),
  /** How many marks a roll call had. */
  marks: z.number().optional(),
  heads: z.number().optional(),
  /** What a document says, in words. */
  text: z.string().optional(),
})
export type Statement = z.infer<typeof Statement>

export const Disagreement = z.object({
  id: z.string(),
  kind: DisagreementKind,
  /** Of documents there is none. */
  pointId: z.string().optional(),
  delegateId: z.string().optional(),
  /** What documents disagree about: the figure or the award, in words. */
  subject: z.string().optional(),
  heads: z.number().optional(),
  room: z.number().optional(),
  statements: z.array(Statement).optional(),
})
export type Disagreement = z.infer<typeof Disagreement>

/** A source by name, one of the statements by its event, or that none holds. */
const EventId = idOf('evt')
export const NamedChoice = z.enum(['link', 'roll', 'heads', 'mark', 'neither'])
export type NamedChoice = z.infer<typeof NamedChoice>
export const Choice = z.union([NamedChoice, EventId])
export type Choice = z.infer<typeof Choice>

export const Settling = z.strictObject({ chosen: Choice, reason: line(1000) })
export type Settling = z.infer<typeof Settling>

/** A settlement, with the disagreement as it stood: other statements are another disagreement. */
export const Settlement = z.object({
  conferenceId: z.string(),
  disagreement: Disagreement,
  chosen: Choice,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  event: z.string(),
  version: z.number(),
})
export type Settlement = z.infer<typeof Settlement>

export const ShownDisagreement = Disagreement.extend({
  settled: Settlement.pick({ chosen: true, reason: true, by: true, at: true }).optional(),
})
export type ShownDisagreement = z.infer<typeof ShownDisagreement>

export const Disagreements = z.object({ items: z.array(ShownDisagreement), unsettled: z.number() })

/** What a settlement makes of the point's roll. */
export const Effect = RollAct.pick({ heads: true, marks: true, aside: true })
export type Effect = z.infer<typeof Effect>

/** A disagreement that the facts of no point tell: a mark from an ended grant, two documents. */
export const Raised = z.object({
  conferenceId: z.string(),
  disagreement: Disagreement,
  /** The documents agree by now. */
  withdrawn: z.boolean().optional(),
  version: z.number(),
})
export type Raised = z.infer<typeof Raised>

export const DisagreementPath = z.object({
  id: idOf('cnf'),
  disagreement: z.string().regex(/^[a-z-]{1,40}([.][a-z]{3}_[0-9A-Za-z-]{1,60}){1,2}$/),
})
