// Delegates of a bridge point: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'

export const DelegateId = idOf('dlg')

/** A point has at most so many delegates: their marks are one item. */
export const delegatesMost = 500

/** A person of the directory, or somebody known by name or position only. */
export const DelegateInput = z
  .strictObject({
    personId: namedIdOf('prs').optional(),
    name: line(100).optional(),
    rank: line(60).optional(),
    partyTitle: line(300).optional(),
    position: line(300).optional(),
    /** The place in the list, when precedence is not to decide. */
    order: z.number().int().min(1).max(10_000).optional(),
  })
  .refine(({ personId, name, position, partyTitle }) => personId ?? name ?? position ?? partyTitle, {
    path: ['name'],
    message: 'a person, a name or a position is needed',
  })
export type DelegateInput = z.infer<typeof DelegateInput>

export const DelegatesInput = z.strictObject({ delegates: z.array(DelegateInput).min(1).max(50) })
export type DelegatesInput = z.infer<typeof DelegatesInput>

export const Delegate = z.object({
  id: DelegateId,
  conferenceId: z.string(),
  pointId: z.string(),
  personId: z.string().optional(),
  name: z.string().optional(),
  rank: z.string().optional(),
  partyTitle: z.string().optional(),
  position: z.string().optional(),
  order: z.number().optional(),
  /** As records name them, fixed when entered. */
  display: z.string(),
})
export type Delegate = z.infer<typeof Delegate>

export const Delegates = z.object({ items: z.array(Delegate) })
