// The one writer of the index: hears what was sealed, imported or accepted, and writes what is so now.
import * as z from 'zod'
import { recordIdOf } from '#functions/imports/rules.ts'
import { batchEntry } from '#functions/shared/lambda.ts'
import type { Order } from './load-documents.ts'
import { updateIndex } from './update-index.ts'

/** A wake-up: `scope` is the conference; the subject is a record where it was one that was sealed, or what became one. */
const WakeUp = z.object({ detail: z.object({ scope: z.string(), subject: z.string() }) })

/** Of a past conference the table has nothing but its import and its record, which bear the same number. */
const recordIn = (subject: string): string | undefined => {
  if (subject.startsWith('imp_')) return recordIdOf({ id: subject })
  return subject.startsWith('rec_') ? subject : undefined
}

const orderIn = (body: string): Order => {
  const { scope, subject } = WakeUp.parse(JSON.parse(body)).detail
  return { conference: scope, record: recordIn(subject) }
}

/** A batch is one change of the files: they are whole databases, read and put as such. */
export const handler = batchEntry((messages) => updateIndex(messages.map(({ body }) => orderIn(body))))
