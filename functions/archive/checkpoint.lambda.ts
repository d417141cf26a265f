// The daily checkpoint of the chain: called by a schedule, and again after a failure; a day has one.
import { commandEntry } from '#functions/shared/lambda.ts'
import { log } from '#functions/shared/log.ts'
import { makeCheckpoint } from './make-checkpoint.ts'

export const handler = commandEntry(async () => {
  const made = await makeCheckpoint(`req_checkpoint-${Date.now()}`)
  if (made) log.info('checkpoint', { day: made.day, n: made.statement.n })
  return { day: made?.day, n: made?.statement.n }
})
