// What Amazon Chime SDK tells of a media pipeline, as EventBridge carries it: best effort, repeated, in any order. Pure.
import * as z from 'zod'
import { chimeSource } from '#functions/bridge-points/chime.data.ts'
import { heardOfPipelines, pipelineDetailType } from './pipeline.data.ts'

export const PipelineEvent = z.object({
  id: z.string(),
  source: z.literal(chimeSource),
  'detail-type': z.literal(pipelineDetailType),
  detail: z.object({
    eventType: z.enum(heardOfPipelines),
    mediaPipelineId: z.string().min(1),
    /** Epoch milliseconds. */
    timestamp: z.number().int().positive(),
  }),
})
export type PipelineEvent = z.infer<typeof PipelineEvent>
