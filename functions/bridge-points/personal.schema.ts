// What a delegate answers by a personal link: shapes.
import * as z from 'zod'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { isSomebody } from './delegates.schema.ts'

export const OwnAnswer = z.strictObject({
  answer: z.enum(['accepted', 'declined']),
  note: line(150).optional(),
  claimedAt: Instant.optional(),
})

/** By name and position: a link shows nobody the directory. */
const Substitute = z
  .strictObject({
    rank: line(60).optional(),
    name: line(100).optional(),
    partyTitle: line(300).optional(),
    position: line(300).optional(),
  })
  .refine(isSomebody, { path: ['name'], message: 'a person, a name or a position is needed' })

export const OwnSubstitution = z.strictObject({ delegate: Substitute, reason: line(500) })

export const Told = z.object({ answer: z.enum(['accepted', 'declined', 'substituted']) })
