// The job that writes attendance as a file: totals, by point, by delegate. One pass of the log; points in parts.
import { byListOrder } from '#functions/bridge-points/delegates.rules.ts'
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { loadBoard, loadDelegates, loadLinks } from '#functions/bridge-points/entity.ts'
import { loadAllHeard } from '#functions/bridge-points/heard.ts'
import { type Heard, newLink } from '#functions/bridge-points/link.rules.ts'
import { boardLine, byBoardOrder } from '#functions/bridge-points/rules.ts'
import {
  attendanceWindow,
  type LinkSegment,
  type StayWindow,
  staysWithin,
  timelineOf,
} from '#functions/bridge-points/stays.rules.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import { putExport } from '#functions/files/exports.ts'
import { allow } from '#functions/grants/allow.ts'
import { now } from '#functions/shared/clock.ts'
import { writeCsvRows } from '#functions/shared/csv.ts'
import { logShards } from '#functions/shared/event-log.ts'
import { defineJob, type JobContext } from '#functions/shared/job.ts'
import { writeSheets } from '#functions/shared/sheet.ts'
import { civilDay } from '#functions/shared/time.ts'
import { ExportOrder, exportKind } from './exports.schema.ts'
import { checkedInAtOf, delegateStays, linkNeeded } from './figures.rules.ts'
import { foldedWhole, newRoll } from './fold.rules.ts'
import { newDraft, note, type RollDraft, rollOf } from './log.rules.ts'
import { totalsOf } from './rules.ts'
import type { Lifecycle } from './standing.rules.ts'
import {
  asSerial,
  asText,
  type Clock,
  type Column,
  delegateColumns,
  delegateRow,
  pointColumns,
  pointRow,
  totalColumns,
  totalRows,
  type Value,
} from './tables.rules.ts'

const perChunk = 25

/** Everything said at every point: some 50 MB at 3,353 points of 50 delegates, the most there is. */
const rollsOf = async (conferenceId: string): Promise<Map<string, RollDraft>> => {
  const drafts = new Map<string, RollDraft>()
  for (const pages of logShards(conferenceId)) {
    for await (const page of pages) {
      for (const event of page) {
        if (!event.point) continue
        const draft = drafts.get(event.point) ?? newDraft(conferenceId, event.point, foldedWhole)
        drafts.set(event.point, draft)
        note(draft, event)
      }
    }
  }
  return drafts
}

type Tables = { points: Value[][]; delegates: Value[][] }
type Frame = {
  conferenceId: string
  at: string
  window: StayWindow | undefined
  clock: Clock
  drafts: Map<string, RollDraft>
  lifecycle: Lifecycle
  heard: Heard
}

type PointParts = { row: BoardRow; link: LinkSegment[]; delegates: Delegate[] }

const addPoint = (tables: Tables, { row, link, delegates }: PointParts, frame: Frame): void => {
  const { conferenceId, at, window, clock, drafts, lifecycle } = frame
  const { pointId, name } = row
  const draft = drafts.get(pointId)
  const roll = draft ? rollOf(draft, lifecycle) : newRoll(conferenceId, pointId)
  const stays = window && staysWithin(link, window)
  tables.points.push(pointRow(tables.points.length + 1, boardLine(row, at), stays, clock))
  for (const delegate of delegates.toSorted(byListOrder)) {
    if (delegate.state === 'withdrawn') continue
    const { id } = delegate
    const own =
      window &&
      delegateStays(roll, id, { link: linkNeeded(row, link), window, checkedInAt: checkedInAtOf(roll, id) })
    const place = tables.delegates.length + 1
    tables.delegates.push(delegateRow(place, name, delegate, roll, { stays: own, clock }))
  }
}

const tablesOf = async (context: JobContext, rows: readonly BoardRow[], frame: Frame): Promise<Tables> => {
  const tables: Tables = { points: [], delegates: [] }
  const { conferenceId, window, at, heard } = frame
  for (let from = 0; from < rows.length; from += perChunk) {
    const chunk = rows.slice(from, from + perChunk)
    const ids = chunk.map(({ pointId }) => pointId)
    const [links, delegations] = await Promise.all([
      loadLinks(conferenceId, ids),
      Promise.all(ids.map((id) => loadDelegates(conferenceId, id))),
    ])
    for (const [place, row] of chunk.entries()) {
      const link = links.find(({ pointId }) => pointId === row.pointId) ?? newLink(conferenceId, row.pointId)
      const parts = {
        row,
        link: timelineOf(link, window?.to ?? at, heard),
        delegates: delegations[place] ?? [],
      }
      addPoint(tables, parts, frame)
    }
    await context.progress(from + chunk.length, rows.length)
  }
  return tables
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const sheet = (name: string, columns: Column[], rows: Value[][]) => ({
  name,
  header: columns.map(({ header }) => header),
  widths: columns.map(({ width }) => width),
  formats: columns.map(({ format }) => format),
  rows,
})

const fileOf = (format: 'csv' | 'xlsx', totals: Value[][], { points, delegates }: Tables) =>
  format === 'csv'
    ? writeCsvRows([delegateColumns.map(({ header }) => header), ...delegates])
    : writeSheets([
        sheet('Tổng hợp', totalColumns, totals),
        sheet('Theo điểm cầu', pointColumns, points),
        sheet('Theo đại biểu', delegateColumns, delegates),
      ])

/** CSV has the delegates, each with the point; the workbook all three views. */
export const attendanceExport = defineJob({
  name: exportKind,
  input: ExportOrder,
  run: async (context, { conferenceId, format }) => {
    const conference = await loadConference(conferenceId)
    allow(context.actor, 'attendance:export', { conference: conferenceId, host: conference.hostUnitId })
    const at = now().toISOString()
    const clock = format === 'csv' ? asText : asSerial
    const rows = (await loadBoard(conferenceId))
      .filter(({ withdrawnAt }) => !withdrawnAt)
      .toSorted(byBoardOrder)
    const drafts = await rollsOf(conferenceId)
    const window = attendanceWindow(conference, at)
    const heard = await loadAllHeard(conferenceId)
    const frame = { conferenceId, at, window, clock, drafts, lifecycle: conference, heard }
    const tables = await tablesOf(context, rows, frame)
    const totals = totalRows(conference, totalsOf(rows.map((row) => boardLine(row, at))), clock, at)
    const name = `diem-danh-${civilDay(conference.startsAt)}.${format}`
    const file = await putExport(context.jobId, name, types[format], await fileOf(format, totals, tables))
    return { file, points: tables.points.length, delegates: tables.delegates.length }
  },
})
