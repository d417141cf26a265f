// Hears of log files that were delivered, and counts what they tell of bulletins. No request of a reader comes here.
import * as z from 'zod'
import { queueEntry } from '#functions/shared/lambda.ts'
import { countLog } from './count-log.ts'

const Delivered = z.object({
  detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
})

export const handler = queueEntry(async ({ body }) => {
  const { bucket, object } = Delivered.parse(JSON.parse(body)).detail
  await countLog(bucket.name, object.key)
})
