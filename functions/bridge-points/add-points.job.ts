// Gives many units a point as a job: 3,319 communes in parts. Units that have one are passed over, so it bears repetition.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { defineJob } from '#functions/shared/job.ts'
import { reloading } from '#functions/shared/write.ts'
import { addingKind, conferenceForPoints, givePoints, unitsMeant } from './add-points.ts'
import { AllOf } from './points.schema.ts'
import { PointKind } from './stored.schema.ts'

const perChunk = 45

/** A run goes on where the last one stopped only in the very list that one had: units come and go meanwhile. */
const partsOf = (units: readonly { id: string }[]): string => {
  const ids = units.map(({ id }) => id).join()
  return `points ${createHash('sha256').update(ids).digest('base64url').slice(0, 12)}`
}

export const addingPoints = defineJob({
  name: addingKind,
  input: z.object({
    conferenceId: z.string(),
    unitIds: z.array(namedIdOf('unt')).optional(),
    all: AllOf.optional(),
    of: z.string().optional(),
    asOf: z.string().optional(),
    kind: PointKind,
    expected: z.number().optional(),
  }),
  run: async (context, input) => {
    const { actor } = context
    const units = await unitsMeant(await conferenceForPoints(actor, input.conferenceId), input)
    await context.eachChunk(partsOf(units), units, perChunk, async (chunk, from) => {
      await reloading(async () =>
        givePoints(actor, await conferenceForPoints(actor, input.conferenceId), chunk, input),
      )
      await context.progress(from + chunk.length, units.length)
    })
    return { units: units.length }
  },
})
