// The floor: the list of speakers, the one turn, its clock. Shapes.
import * as z from 'zod'
import { PointState } from '#functions/bridge-points/schema.ts'
import { ConferenceId } from '#functions/conferences/schema.ts'
import { ContributionId } from '#functions/contributions/schema.ts'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'

const RequestId = idOf('flr')
export const FloorPath = z.object({ id: ConferenceId })
export const RequestPath = z.object({ id: ConferenceId, req: RequestId })

/** A turn of at most three hours; five minutes unless said otherwise. */
const Seconds = z.number().int().min(1).max(10_800)
export const usualSeconds = 300
/** A point of order says one thing. */
export const usualOrderSeconds = 120
/** How long before the end every screen warns. */
export const usualWarningSeconds = 30

export const SpeakerInput = z
  .strictObject({
    personId: namedIdOf('prs').optional(),
    delegateId: namedIdOf('dlg').optional(),
    rank: line(50).optional(),
    name: line(200).optional(),
    position: line(300).optional(),
  })
  .refine(
    ({ personId, delegateId, name, position }) => personId ?? delegateId ?? name ?? position,
    'a person, a name or a position is needed',
  )
export type SpeakerInput = z.infer<typeof SpeakerInput>

const RequestKind = z.enum(['speech', 'point-of-order'])

export const FloorRequestInput = z.strictObject({
  unitId: namedIdOf('unt'),
  speaker: SpeakerInput,
  kind: RequestKind.default('speech'),
  contributionId: ContributionId.optional(),
  claimedAt: Instant.optional(),
})
export type FloorRequestInput = z.infer<typeof FloorRequestInput>

export const Opening = z.strictObject({
  agendaItem: line(50).optional(),
  budgetSeconds: Seconds.default(usualSeconds),
  /** All speeches of one unit together, over the whole conference; points of order are not counted. */
  unitBudgetSeconds: Seconds.optional(),
  orderBudgetSeconds: Seconds.default(usualOrderSeconds),
  warningSeconds: z.number().int().min(0).max(600).default(usualWarningSeconds),
})
export type Opening = z.infer<typeof Opening>

export const Call = z.strictObject({
  /** Without it the next in the order of calling whose point is connected. */
  requestId: RequestId.optional(),
  /** The chair's own word on the time of this turn, above every budget. */
  budgetSeconds: Seconds.optional(),
  /** A point of order may be heard at once: whoever speaks goes back to the list with the time that was left. */
  suspend: z.boolean().default(false),
})
export type Call = z.infer<typeof Call>
/** Naming the turn keeps a second tap from ending the next speaker's. */
export const Yield = z.strictObject({ requestId: RequestId.optional() })
export const Skip = z.strictObject({ requestId: RequestId, reason: line(500) })
export type Skip = z.infer<typeof Skip>

export const SuspensionReason = z.enum(['link-lost', 'point-of-order', 'other'])
export type SuspensionReason = z.infer<typeof SuspensionReason>

export const Suspension = z.strictObject({
  requestId: RequestId,
  reason: SuspensionReason.exclude(['point-of-order']).default('link-lost'),
  note: line(500).optional(),
})
export type Suspension = z.infer<typeof Suspension>

export const Undoing = z.strictObject({ requestId: RequestId })
export const Naming = z.strictObject({ speaker: SpeakerInput })

/** Naming the turn keeps the minute from going to the next speaker. */
export const Extension = z.strictObject({ seconds: Seconds.max(3600), requestId: RequestId.optional() })
export type Extension = z.infer<typeof Extension>

/** `display` is the speaker as it stands in records. */
export const Speaker = z.object({
  personId: z.string().optional(),
  delegateId: z.string().optional(),
  rank: z.string().optional(),
  name: z.string().optional(),
  position: z.string().optional(),
  display: z.string(),
})
export type Speaker = z.infer<typeof Speaker>

const By = z.object({ sub: z.string(), personId: z.string().optional(), name: z.string() })

export const RequestState = z.enum(['waiting', 'speaking', 'done', 'skipped', 'withdrawn'])
export type RequestState = z.infer<typeof RequestState>

/** A turn cut short: the request went back to its place in the list. */
const Span = z.object({
  startedAt: z.string(),
  endedAt: z.string(),
  seconds: z.number(),
  reason: SuspensionReason,
  /** Who spoke in it; missing where it is whoever the request names now. */
  speaker: Speaker.optional(),
})
export type Span = z.infer<typeof Span>

/** One entry of the list: who asked, who speaks, when it counts as asked, and the turn it became. */
export const FloorRequest = z.object({
  id: RequestId,
  conferenceId: ConferenceId,
  unitId: z.string(),
  pointId: z.string(),
  speaker: Speaker,
  kind: RequestKind,
  contributionId: z.string().optional(),
  agendaItem: z.string().optional(),
  askedBy: By,
  claimedAt: z.string().optional(),
  receivedAt: z.string(),
  effectiveAt: z.string(),
  state: RequestState,
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  seconds: z.number().optional(),
  budgetSeconds: z.number().optional(),
  reason: z.string().optional(),
  /** Turns cut short before the last one. */
  earlier: z.array(Span).optional(),
  /** What a suspended speaker still has. */
  remainingSeconds: z.number().optional(),
  version: z.number(),
})
export type FloorRequest = z.infer<typeof FloorRequest>

/** Who has the floor, since when, and how long they were given. */
const Turn = z.object({
  requestId: RequestId,
  unitId: z.string(),
  pointId: z.string(),
  speaker: Speaker,
  kind: RequestKind,
  startedAt: z.string(),
  budgetSeconds: z.number(),
})

/** One item a conference: it alone makes sure that one speaks. Version 0 is a floor nobody has opened yet. */
export const Floor = z.object({
  conferenceId: ConferenceId,
  open: z.boolean(),
  openedAt: z.string().optional(),
  agendaItem: z.string().optional(),
  budgetSeconds: z.number(),
  unitBudgetSeconds: z.number().optional(),
  orderBudgetSeconds: z.number().default(usualOrderSeconds),
  warningSeconds: z.number().default(usualWarningSeconds),
  current: Turn.optional(),
  version: z.number(),
})
export type Floor = z.infer<typeof Floor>

/** A waiting request as listed: a point that is lost keeps its place, and the list shows that it is lost. */
const Waiting = FloorRequest.extend({ pointState: PointState.optional() })
export type Waiting = z.infer<typeof Waiting>

export const FloorView = Floor.extend({
  /** The server's time: screens measure their offset by it. */
  now: z.string(),
  queue: z.array(Waiting),
  done: z.array(FloorRequest),
  /** Passed over: they may be put back into their place. */
  skipped: z.array(FloorRequest),
})

/** One's own requests, with how many are called before each that waits. */
export const OwnPlace = z.object({
  open: z.boolean(),
  places: z.array(z.object({ state: RequestState, kind: RequestKind, before: z.number().optional() })),
})

/** Time at the floor, the running turn included up to now. */
const Time = z.object({ turns: z.number(), seconds: z.number() })

export const FloorTotals = Time.extend({
  units: z.array(Time.extend({ unitId: z.string() })),
  speakers: z.array(
    Time.extend({ unitId: z.string(), display: z.string(), personId: z.string().optional() }),
  ),
})
export type FloorTotals = z.infer<typeof FloorTotals>
