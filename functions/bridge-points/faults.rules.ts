// What a report or an end makes of a point's faults. Pure.
import type { Fault, OpenFault, OpenFaults, Report } from './faults.schema.ts'
import type { BoardRow, FaultKind } from './stored.schema.ts'

/** Beyond so many reports of one fault only the first and the latest are kept beside it; the log has all. */
const reportsMost = 20

export const noFaults = (conferenceId: string, pointId: string): OpenFaults => ({
  conferenceId,
  pointId,
  open: [],
  version: 0,
})

/** The fault of this kind that is open: another report of it is about the same one. */
export const openOf = ({ open }: OpenFaults, kind: FaultKind): OpenFault | undefined =>
  open.find((fault) => fault.kind === kind)

const byTime = (a: Report, b: Report) => (a.at === b.at ? (a.event < b.event ? -1 : 1) : a.at < b.at ? -1 : 1)

/** A new fault with its first report. */
export const newFault = (
  id: string,
  { conferenceId, pointId }: Pick<Fault, 'conferenceId' | 'pointId'>,
  kind: FaultKind,
  report: Report,
): Fault => ({ id, conferenceId, pointId, kind, openedAt: report.at, reports: [report], version: 1 })

/** One more report; told late, it may be the earliest, and the fault began then. */
export const reported = (fault: Fault, report: Report): Fault => {
  const all = [...fault.reports, report].sort(byTime)
  const [first = report, ...later] = all
  const reports = all.length > reportsMost ? [first, ...later.slice(1 - reportsMost)] : all
  return { ...fault, openedAt: first.at, reports, version: fault.version + 1 }
}

/** The fault is over. */
export const ended = (fault: Fault, report: Report): Fault => ({
  ...fault,
  ended: report,
  version: fault.version + 1,
})

const shownOpen = ({ id, kind, openedAt, reports }: Fault): OpenFault => ({
  id,
  kind,
  openedAt,
  by: reports[0]?.by ?? '',
  note: reports.findLast(({ note }) => note !== undefined)?.note,
})

/** The open faults with this one as it stands now, the oldest first. */
export const withFault = (faults: OpenFaults, fault: Fault): OpenFaults => ({
  ...faults,
  open: [...faults.open.filter(({ id }) => id !== fault.id), ...(fault.ended ? [] : [shownOpen(fault)])].sort(
    (a, b) => (a.openedAt < b.openedAt ? -1 : 1),
  ),
  version: faults.version + 1,
})

/** What faults write of the point's row. */
export const faultColumns = ({ open }: OpenFaults): Required<Pick<BoardRow, 'openFaults'>> => ({
  openFaults: open.map(({ kind }) => kind),
})
