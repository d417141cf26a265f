// The one function that prints: the files of minutes that both have signed, of what was entered from documents and
// attested, and what people order of minutes as they stand.
import * as z from 'zod'
import { loadImport } from '#functions/imports/entity.ts'
import { printableOf } from '#functions/imports/rules.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { findMinutes } from '#functions/minutes/entity.ts'
import { queueEntry } from '#functions/shared/lambda.ts'
import { printJobs } from './job-kinds.ts'
import { renderRecord } from './render-record.ts'

const WakeUp = z.object({ detail: z.object({ name: z.string(), scope: z.string(), subject: z.string() }) })

/** A first signature, a repeat, or an event older than a refusal: what counts is how the minutes stand now. */
const onSigned = async (conferenceId: string): Promise<void> => {
  const minutes = await findMinutes(conferenceId)
  if (minutes?.state === 'signed') await renderRecord(minutes)
}

const onFrozen = async (importId: string): Promise<void> => {
  const attested = printableOf(await loadImport(importId))
  if (attested) await renderRecord(attested)
}

export const handler = queueEntry(async ({ body }, context) => {
  const { name, scope, subject } = WakeUp.parse(JSON.parse(body)).detail
  if (name === 'minutes.signed') return onSigned(scope)
  if (name === 'import.frozen') return onFrozen(subject)
  await runJob(subject, printJobs, { remainingMs: () => context.getRemainingTimeInMillis() })
})
