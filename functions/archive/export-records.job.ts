// The job that writes a period's records as CSV, page after page: only those its orderer may read.
import { loadUnits } from '#functions/directory/entity.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import { putExport } from '#functions/files/exports.ts'
import { allow } from '#functions/grants/allow.ts'
import { writeCsvRows } from '#functions/shared/csv.ts'
import { defineJob } from '#functions/shared/job.ts'
import { civilDay, shifted } from '#functions/shared/time.ts'
import { ExportInput, recordsExportKind } from './exports.schema.ts'
import { loadKeepings } from './keeping-entity.ts'
import { listRecords } from './list-records.ts'
import type { RecordHead } from './schema.ts'
import { recordHeader, recordRow } from './tables.rules.ts'

const perPage = 100

/** The name each host bore on the day of its conference. */
const rowsOf = async (heads: readonly RecordHead[]) => {
  const units = await loadUnits([...new Set(heads.map(({ hostUnitId }) => hostUnitId))])
  const keepings = await loadKeepings(heads, false)
  return heads.flatMap((head, at) => {
    const unit = units.find(({ id }) => id === head.hostUnitId)
    const host = unit ? unitNameOn(unit, civilDay(head.startsAt)) : head.hostUnitId
    const keeping = keepings[at]
    return keeping ? [recordRow(head, host, keeping)] : []
  })
}

export const recordsExport = defineJob({
  name: recordsExportKind,
  input: ExportInput,
  run: async (context, { from, to, unit }) => {
    allow(context.actor, 'archive:export')
    const rows: (string | number | undefined)[][] = [recordHeader]
    const query = { from, to, limit: perPage, ...(unit ? { unit } : {}) }
    let before: string | undefined
    do {
      const { items, next } = await listRecords(context.actor, query, before)
      rows.push(...(await rowsOf(items)))
      await context.progress(rows.length - 1)
      await context.expectWanted()
      before = next
    } while (before !== undefined)
    const name = `ho-so-${civilDay(from)}-${civilDay(shifted(to, -1))}.csv`
    const file = await putExport(context.jobId, name, 'text/csv; charset=utf-8', writeCsvRows(rows))
    return { file, records: rows.length - 1 }
  },
})
