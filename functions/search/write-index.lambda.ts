// The one writer of the index: hears what was sealed, imported or accepted, and writes what is so now.
import * as z from 'zod'
import { batchEntry } from '#functions/shared/lambda.ts'
import type { Order } from './load-documents.ts'
import { updateIndex } from './update-index.ts'

/** A wake-up: `scope` is the conference; the subject is a record where it was one that was sealed. */
const WakeUp = z.object({ detail: z.object({ scope: z.string(), subject: z.string() }) })

const orderIn = (body: string): Order => {
  const { scope, subject } = WakeUp.parse(JSON.parse(body)).detail
  return { conference: scope, ...(subject.startsWith('rec_') ? { record: subject } : {}) }
}

/** A batch is one change of the files: they are whole databases, read and put as such. */
export const handler = batchEntry((messages) => updateIndex(messages.map(({ body }) => orderIn(body))))
