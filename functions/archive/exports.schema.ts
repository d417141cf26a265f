// A period's records to take away: what is asked for, and what the job is given.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { Instant } from '#functions/shared/time.ts'

export const ExportInput = z
  .strictObject({ from: Instant, to: Instant, unit: namedIdOf('unt').optional() })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from' })
export type ExportInput = z.infer<typeof ExportInput>

export const recordsExportKind = 'archive.export'
