// The long work of moving a conference's points to its new date. Written with the new date itself, so no crash loses it.
import * as z from 'zod'
import { defineJob } from '#functions/shared/job.ts'
import { sweepPoints } from './moved-points.ts'

export const movePointsJob = defineJob({
  name: 'conferences.move-points',
  input: z.object({ conferenceId: z.string() }),
  run: async ({ actor, progress }, { conferenceId }) => {
    const moved = await sweepPoints(actor, conferenceId, progress)
    return { moved }
  },
})
