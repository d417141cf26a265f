// What is done about a directive after the conference, and lists of directives across conferences: shapes.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Directive } from './schema.ts'

export const ProgressState = z.enum(['in-progress', 'done', 'not-done'])

export const ProgressInput = z.strictObject({
  state: ProgressState,
  note: line(1000).optional(),
  /** The owner that speaks; the host's desk may speak for the whole. */
  unitId: namedIdOf('unt').optional(),
})
export type ProgressInput = z.infer<typeof ProgressInput>

export const ProgressAct = z.object({
  ...ProgressInput.shape,
  at: z.string(),
  by: z.string(),
  event: z.string(),
})
export type ProgressAct = z.infer<typeof ProgressAct>

/** Words on it, oldest first; none is ever taken away. */
export const Progress = z.object({
  conferenceId: z.string(),
  directiveId: z.string(),
  acts: z.array(ProgressAct),
  version: z.number(),
})
export type Progress = z.infer<typeof Progress>

/** Where a directive is found again: under its host and under each owner. */
export const DirectivePlace = z.object({
  unitId: z.string(),
  hostUnitId: z.string(),
  conferenceId: z.string(),
  directiveId: z.string(),
  title: z.array(z.string()),
})
export type DirectivePlace = z.infer<typeof DirectivePlace>

export const DirectiveTask = Directive.omit({ kind: true, withdrawn: true }).extend({
  /** Of the conference it is from. */
  title: z.array(z.string()),
  hostUnitId: z.string(),
  state: z.enum(['open', 'in-progress', 'done', 'not-done']),
  overdue: z.boolean(),
  /** Everybody's last word. */
  progress: z.array(ProgressAct),
})
export type DirectiveTask = z.infer<typeof DirectiveTask>

export const DirectiveQuery = z
  .strictObject({
    /** Directives that this unit is to carry out. */
    unit: namedIdOf('unt').optional(),
    /** Directives of conferences that this unit hosts. */
    host: namedIdOf('unt').optional(),
    state: z.enum(['open', 'overdue', 'done']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(4000).optional(),
  })
  .refine(({ unit, host }) => (unit === undefined) !== (host === undefined), {
    path: ['unit'],
    message: 'either a unit or a host',
  })
export type DirectiveQuery = z.infer<typeof DirectiveQuery>

export const DirectiveTasks = z.object({ items: z.array(DirectiveTask), cursor: z.string().optional() })
