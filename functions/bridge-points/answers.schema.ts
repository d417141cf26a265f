// Who of a delegation comes: the answers a point gives for its delegates, and how the conference sums them up.
import * as z from 'zod'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Answer, DelegateId, delegatesMost } from './delegates.schema.ts'
import { PointKind } from './stored.schema.ts'

const AnswerInput = z.strictObject({
  delegateId: DelegateId,
  /** `unanswered` takes an answer back. */
  answer: Answer,
  note: line(150).optional(),
})

export const AnswersInput = z
  .strictObject({
    answers: z.array(AnswerInput).min(1).max(delegatesMost),
    claimedAt: Instant.optional(),
  })
  .refine(({ answers }) => new Set(answers.map(({ delegateId }) => delegateId)).size === answers.length, {
    path: ['answers'],
    message: 'one answer a delegate',
  })
export type AnswersInput = z.infer<typeof AnswersInput>

/** One answer with the moment it counts from and the event that tells it. */
const Given = z.object({ answer: Answer, note: z.string().optional(), at: z.string(), event: z.string() })
export type Given = z.infer<typeof Given>

/** A point's answers, delegate → the one that holds: an item of the point's own. */
export const Answers = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  given: z.record(z.string(), Given),
  version: z.number(),
})
export type Answers = z.infer<typeof Answers>

export const AnswerCounts = z.object({
  listed: z.number(),
  accepted: z.number(),
  declined: z.number(),
  unanswered: z.number(),
})
export type AnswerCounts = z.infer<typeof AnswerCounts>

const AnswerLine = AnswerCounts.extend({
  pointId: z.string(),
  unitId: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  expected: z.number().optional(),
  /** `none`: no delegation was entered; `open`: somebody has not answered. */
  standing: z.enum(['none', 'open', 'complete']),
})
export type AnswerLine = z.infer<typeof AnswerLine>

export const AnswerQuery = z.strictObject({
  /** Only the points that still owe an answer. */
  open: z.enum(['true', 'false']).default('false'),
})

export const AnswerSheet = z.object({
  at: z.string(),
  totals: AnswerCounts.extend({ points: z.number(), withoutDelegation: z.number(), open: z.number() }),
  items: z.array(AnswerLine),
})
