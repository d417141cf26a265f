// Hears from Amazon Chime SDK, through a rule and a queue, which recordings and streams began, ended or broke off.
import { queueEntry } from '#functions/shared/lambda.ts'
import { notePipeline } from './note-pipeline.ts'
import { PipelineEvent } from './pipeline.schema.ts'

export const handler = queueEntry(async ({ body }) => notePipeline(PipelineEvent.parse(JSON.parse(body))))
