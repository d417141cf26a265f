// A link as screens show it: its state, stays and gaps, and the sessions that hold it. Pure.
import { type Heard, isMedia, openSessions, pagesHeardAt, spansOf } from './link.rules.ts'
import type { ShownLink } from './link.schema.ts'
import { staysOf, timelineNow } from './stays.rules.ts'
import type { Link } from './stored.schema.ts'

type Reading = {
  at: string
  heard: Heard
  /** The account of whoever reads. */
  reader: string
}

/** Who holds the link, for whoever has to find the device, or to end a session that was left behind. */
const holders = (link: Link, { at, heard, reader }: Reading): ShownLink['sessions'] => {
  const open = openSessions(link)
  const pages = pagesHeardAt(open, heard)
  return open.flatMap((session) => {
    const line = link.lines[session]
    if (!line) return []
    const heardAt = heard[session]
    const last = line.marks.at(-1)?.at ?? at
    const until = last > at ? last : at
    const now = spansOf(session, line, { until, heardAt: isMedia(session) ? pages : heardAt }).at(-1)
    if (!now) return []
    const { by, device } = line
    return {
      session,
      state: now.state,
      since: now.from,
      own: by?.sub === reader,
      ...(by && !isMedia(session) ? { by: by.name } : {}),
      ...(device === undefined ? {} : { device }),
      ...(heardAt === undefined ? {} : { heardAt }),
    }
  })
}

export const shownLink = (link: Link, reading: Reading): ShownLink => {
  const timeline = timelineNow(link, reading.at, reading.heard)
  const last = timeline.at(-1)
  return {
    linkState: last?.state ?? 'never',
    ...(last ? { since: last.from } : {}),
    stays: staysOf(timeline),
    gaps: timeline.flatMap(({ from, to, state }) => (state === 'up' ? [] : [{ from, to, kind: state }])),
    sessions: holders(link, reading),
  }
}
