// The job that writes the floor as a workbook: every turn, and the time each unit had.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { loadUnits } from '#functions/directory/entity.ts'
import { unitNameOn } from '#functions/directory/rules.ts'
import { putExport } from '#functions/files/exports.ts'
import { allow } from '#functions/grants/allow.ts'
import { now } from '#functions/shared/clock.ts'
import { defineJob } from '#functions/shared/job.ts'
import { type SheetToWrite, writeSheets } from '#functions/shared/sheet.ts'
import { civilDay } from '#functions/shared/time.ts'
import { loadRequests } from './entity.ts'
import { FloorOrder, floorExportKind } from './exports.schema.ts'
import type { FloorRequest } from './schema.ts'
import { type FloorNames, turnColumns, turnRows, unitColumns, unitRows } from './tables.rules.ts'
import { totalsOf } from './time.rules.ts'
import { endOf } from './turn.rules.ts'

const namesOf = async (conference: Conference, requests: readonly FloorRequest[]): Promise<FloorNames> => {
  const units = await loadUnits([...new Set(requests.map(({ unitId }) => unitId))])
  const day = civilDay(conference.startsAt)
  const byId = new Map(units.map((unit) => [unit.id, unitNameOn(unit, day)]))
  const agenda = new Map<string, string>(conference.agenda.map(({ id, title }) => [id, title]))
  return { unit: (id) => byId.get(id) ?? id, agenda: (id) => (id ? (agenda.get(id) ?? id) : undefined) }
}

const sheet = (name: string, columns: typeof turnColumns, rows: SheetToWrite['rows']): SheetToWrite => ({
  name,
  header: columns.map(({ header }) => header),
  widths: columns.map(({ width }) => width),
  formats: columns.map(({ format }) => format),
  rows,
})

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const floorExport = defineJob({
  name: floorExportKind,
  input: FloorOrder,
  run: async (context, { conferenceId }) => {
    const conference = await loadConference(conferenceId)
    allow(context.actor, 'floor:export', { conference: conferenceId, host: conference.hostUnitId })
    const requests = await loadRequests(conferenceId)
    await context.progress(0, requests.length)
    const names = await namesOf(conference, requests)
    const totals = totalsOf(requests, endOf(conference, now().toISOString()))
    const rows = turnRows(requests, names)
    await context.expectWanted()
    const body = await writeSheets([
      sheet('Lượt phát biểu', turnColumns, rows),
      sheet('Theo đơn vị', unitColumns, unitRows(totals, names)),
    ])
    const name = `phat-bieu-${civilDay(conference.startsAt)}.xlsx`
    const file = await putExport(context.jobId, name, workbook, body)
    await context.progress(requests.length, requests.length)
    return { file, requests: requests.length, turns: totals.turns }
  },
})
