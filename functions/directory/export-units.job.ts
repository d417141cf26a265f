// The job that writes units as a table: all of all times, or those that stand on a day; or the header alone.
import { putExport } from '#functions/files/exports.ts'
import { allow } from '#functions/grants/allow.ts'
import { now } from '#functions/shared/clock.ts'
import { writeCsvRows } from '#functions/shared/csv.ts'
import { defineJob } from '#functions/shared/job.ts'
import { writeSheets } from '#functions/shared/sheet.ts'
import { civilDay } from '#functions/shared/time.ts'
import { currentRegister } from './register.ts'
import { unitsStanding } from './rules.ts'
import type { Unit } from './stored.schema.ts'
import { tableFormats, UnitExport } from './unit-jobs.schema.ts'
import { unitHeader, unitRows } from './unit-table.rules.ts'

/** Without a day, all units there ever were: what an import reads back as it was. */
const wanted = (units: readonly Unit[], { on, ...only }: UnitExport): readonly Unit[] => {
  const day = on ?? civilDay(now().toISOString())
  return on || only.type || only.within ? unitsStanding(units, day, only) : units
}

const widths = [28, 44, 24, 24, 24, 36, 13, 13, 30, 36, 36]

const fileOf = async (rows: string[][], format: UnitExport['format']): Promise<Uint8Array> =>
  format === 'csv'
    ? writeCsvRows([unitHeader, ...rows])
    : writeSheets([{ name: 'Đơn vị', header: unitHeader, rows, widths }])

export const exportUnitsJob = defineJob({
  name: 'units.export',
  input: UnitExport,
  run: async (context, order) => {
    allow(context.actor, 'units:export')
    const { units, byId } = await currentRegister()
    const chosen = order.template ? [] : wanted(units, order)
    const rows = unitRows(chosen, byId)
    const day = order.on ?? civilDay(now().toISOString())
    const name = `${order.template ? 'mau-don-vi' : `don-vi-${day}`}.${order.format}`
    const body = await fileOf(rows, order.format)
    const file = await putExport(context.jobId, name, tableFormats[order.format], body)
    return { file, units: chosen.length }
  },
})
