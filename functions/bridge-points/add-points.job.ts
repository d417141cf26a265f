// Gives many units a point as a job: 3,319 communes in parts. Units that have one are passed over, so it bears repetition.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { defineJob } from '#functions/shared/job.ts'
import { reloading } from '#functions/shared/write.ts'
import { addingKind, conferenceForPoints, givePoints, unitsMeant } from './add-points.ts'
import { AllOf } from './points.schema.ts'
import { PointKind } from './stored.schema.ts'

const perChunk = 45

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
    await context.eachChunk('points', units, perChunk, async (chunk, from) => {
      await reloading(async () =>
        givePoints(actor, await conferenceForPoints(actor, input.conferenceId), chunk, input),
      )
      await context.progress(from + chunk.length, units.length)
    })
    return { units: units.length }
  },
})
