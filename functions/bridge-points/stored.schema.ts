// Bridge points as stored: what every other context loads, apart from the shapes of requests and answers, so that a
// cold start that only loads a point does not build those.
import * as z from 'zod'
import { Province } from '#functions/directory/stored.schema.ts'
import { namedIdOf } from '#functions/shared/ids.ts'

export const PointId = namedIdOf('bpt')
export const PointKind = z.enum(['central', 'site'])

/** Who a point is: identity, what is expected, and the ids of its delegates. */
export const Point = z.object({
  id: PointId,
  conferenceId: z.string(),
  unitId: namedIdOf('unt'),
  /** The unit's names on the day of the conference. */
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  expected: z.number().optional(),
  startsAt: z.string(),
  /** The delegation in order of entry; those withdrawn are not of it. */
  delegateIds: z.array(z.string()),
  addedAt: z.string().optional(),
  /** Added while the session ran. */
  late: z.literal(true).optional(),
  /** Taken out by the secretariat after something had happened here: it stays to be seen. */
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
  version: z.number(),
})
export type Point = z.infer<typeof Point>

/** A span of time connected, both ends UTC instants. */
export const Stay = z.object({ from: z.string(), to: z.string() })
export type Stay = z.infer<typeof Stay>

/** How a point stopped being connected: it left, or it was lost. */
export const LinkEnd = z.enum(['left', 'dropped'])
export type LinkEnd = z.infer<typeof LinkEnd>

/** What was told of one session: it connected, it was last heard of then and is silent since, it left, it was lost. */
export const LinkMark = z.object({ at: z.string(), kind: z.enum(['join', 'silent', 'left', 'dropped']) })
export type LinkMark = z.infer<typeof LinkMark>

/** One session of a page (`lnk_…`) or one media attendee (`chm_…`): a set of marks, in order of time. */
export const LinkLine = z.object({
  marks: z.array(LinkMark),
  /** Whose page it is; media attendees have none. */
  by: z.object({ sub: z.string(), name: z.string() }).optional(),
  /** What the page calls its device. */
  device: z.string().optional(),
  /** The page that sits in the room for the point, and does not only tell that it is connected by other means. */
  room: z.literal(true).optional(),
  /** The attendee whose secret another account was told: this page is given another one. */
  unlike: z.string().optional(),
  /** Marks up to here were folded into `older`. */
  cut: z.string().optional(),
})
export type LinkLine = z.infer<typeof LinkLine>

/** A span of a session whose marks are no longer kept one by one. */
export const OlderSpan = Stay.extend({
  state: z.enum(['up', 'unknown']),
  /** How the session ended at `to`, if it did. */
  end: LinkEnd.optional(),
  /** Told by the media service and not by a page. */
  media: z.literal(true).optional(),
})
export type OlderSpan = z.infer<typeof OlderSpan>

/** Links of the first conferences kept open sessions and a union of stays. */
const Earlier = z.object({
  open: z.record(z.string(), z.string()),
  stays: z.array(Stay),
  lastLeave: z.object({ at: z.string(), how: LinkEnd }).optional(),
})

const broughtUp = (stored: unknown): unknown => {
  const { success, data } = Earlier.safeParse(stored)
  if (!success) return stored
  const { open, stays, lastLeave } = data
  const lines = Object.entries(open).map(([id, at]) => [id, { marks: [{ at, kind: 'join' }] }] as const)
  const older = stays.map((stay) => ({
    ...stay,
    state: 'up' as const,
    end: stay.to === lastLeave?.at ? lastLeave.how : ('left' as const),
  }))
  return { ...(stored as object), lines: Object.fromEntries(lines), older }
}

/** The last readiness check of the first conferences stood beside their link; it has an item of its own since. */
export const EarlierCheck = z.object({
  checks: z.record(z.string(), z.enum(['pass', 'fail'])),
  note: z.string().optional(),
  at: z.string(),
  event: z.string(),
})
export type EarlierCheck = z.infer<typeof EarlierCheck>

/** A point's media: what was told of each session, as link.rules.ts folds it. */
export const Link = z.preprocess(
  broughtUp,
  z.object({
    conferenceId: z.string(),
    pointId: z.string(),
    lines: z.record(z.string(), LinkLine),
    older: z.array(OlderSpan),
    /** Sessions ended up to here may have been folded into `older`. */
    before: z.string().optional(),
    check: EarlierCheck.optional(),
    version: z.number(),
  }),
)
export type Link = z.infer<typeof Link>

export const LinkState = z.enum(['never', 'up', 'unknown', 'left', 'dropped'])
export type LinkState = z.infer<typeof LinkState>

/** What a point's people report: no picture, no sound, link lost. */
export const FaultKind = z.enum(['picture', 'sound', 'link'])
export type FaultKind = z.infer<typeof FaultKind>

/** What link, readiness and roll each write of a point's row, without undoing one another. */
export const BoardRow = z.object({
  pointId: PointId,
  conferenceId: z.string(),
  unitId: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  expected: z.number().optional(),
  /** How many delegates are entered. */
  listed: z.number(),
  /** How many of them will come, and how many will not, by the answers given. */
  accepted: z.number().optional(),
  declined: z.number().optional(),
  late: z.literal(true).optional(),
  /** The province it belongs to on the day of the conference; ministry units belong to none. */
  province: Province.optional(),
  /** Set while the point is withdrawn. */
  withdrawnAt: z.string().optional(),
  linkState: LinkState,
  /** Since when the link has been in that state. */
  since: z.string().optional(),
  /** Sessions connected now. */
  open: z.array(z.string()).optional(),
  /** When their pages were last heard of, where all of them send heartbeats: kept apart, joined when rows are read. */
  heardAt: z.string().optional(),
  /** Kinds of fault that are open. */
  openFaults: z.array(FaultKind).optional(),
  checkedAt: z.string().optional(),
  /** Items of the checklist that failed when last checked: to be seen to, but no fault. */
  failed: z.array(z.string()).optional(),
  present: z.number(),
  online: z.number(),
  absent: z.number(),
  substituted: z.number(),
  heads: z.number().optional(),
  /** When the roll was last taken, rehearsals left aside. */
  rolledAt: z.string().optional(),
  /** How many listed people sit in the room by what was marked, and of how many sources say different things. */
  room: z.number().optional(),
  differing: z.number().optional(),
})
export type BoardRow = z.infer<typeof BoardRow>
