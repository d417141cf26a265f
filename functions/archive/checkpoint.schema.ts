// Checkpoints of the chain: shapes. What is signed is final.
import * as z from 'zod'
import { HouseAttestation, HouseStatement } from '#functions/keys/schema.ts'
import { Day } from '#functions/shared/time.ts'

/** How far the chain reached at a moment: `digest` is the hash of entry `n`, `count` how many entries stand up to it. */
const CheckpointStatement = HouseStatement.extend({
  act: z.literal('chain.checkpoint'),
  count: z.number().int().min(1),
  n: z.number().int().min(1),
})

/** What stands at `checkpoints/<civil day>`: the canonical form of this. */
export const Checkpoint = HouseAttestation.extend({ statement: CheckpointStatement })
export type Checkpoint = z.infer<typeof Checkpoint>

/** One of a day, `2022-11-23` in Việt Nam. */
export const DayCheckpoint = Checkpoint.extend({ day: z.string() })
export type DayCheckpoint = z.infer<typeof DayCheckpoint>

export const CheckpointQuery = z.strictObject({
  /** Only checkpoints of earlier days. */
  before: Day.optional(),
})

/** Newest first, at most 100 of them; `before` goes on from the last. */
export const CheckpointPage = z.object({ items: z.array(DayCheckpoint) })
