// Tables of units in and out: what is asked for, and what their jobs are given.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { Day } from '#functions/shared/time.ts'
import { UnitId } from './stored.schema.ts'
import { unitTypeNames } from './unit-types.data.ts'

/** A file that was uploaded and checked. A dry run tells what would be, and leaves the upload to the run that does it. */
export const UnitImport = z.strictObject({ uploadId: idOf('upl'), dryRun: z.boolean().default(false) })
export type UnitImport = z.infer<typeof UnitImport>

export const tableFormats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const

/** `template` is the header alone, to be filled in. Without `on` all units of all times are told. */
export const UnitExport = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  template: z.boolean().default(false),
  on: Day.optional(),
  type: z.enum(unitTypeNames).optional(),
  within: UnitId.optional(),
})
export type UnitExport = z.infer<typeof UnitExport>

/** The file, by its digest. */
export const ImportOrder = z.object({
  digest: z.string(),
  type: z.string(),
  name: z.string(),
  dryRun: z.boolean(),
})

/** What an import did, or on a dry run would do: units added, changed, left as they were; columns it did not know. */
export type ImportFigures = { added: number; changed: number; unchanged: number; ignoredColumns: string[] }
