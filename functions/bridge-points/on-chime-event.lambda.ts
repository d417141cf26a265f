// Hears from Amazon Chime SDK, through a rule and a queue, who joined, left or was lost, and which meetings ended.
import { queueEntry } from '#functions/shared/lambda.ts'
import { ChimeEvent } from './chime.schema.ts'
import { noteMedia } from './note-media.ts'

export const handler = queueEntry(async ({ body }) => noteMedia(ChimeEvent.parse(JSON.parse(body))))
