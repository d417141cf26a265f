// Reads stored bytes as a record, as far as that goes.
import { SealedRecord } from './schema.ts'

/** What of a record can be read: nothing of it need be as it should. */
export type Reading = { raw: Record<string, unknown> | undefined; record: SealedRecord | undefined }

/** @returns the JSON as stored and, where it has the form of a record, that form */
export const readingOf = (bytes: Buffer | undefined): Reading => {
  try {
    const raw: unknown = JSON.parse(bytes?.toString('utf8') ?? '')
    const { data } = SealedRecord.safeParse(raw)
    const isObject = typeof raw === 'object' && raw !== null
    return { raw: isObject ? (raw as Record<string, unknown>) : undefined, record: data }
  } catch {
    return { raw: undefined, record: undefined }
  }
}
