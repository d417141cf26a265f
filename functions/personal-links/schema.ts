// A personal link: lets one delegate without an account act for themselves, in one conference, until it closes. Shapes.
import * as z from 'zod'
import { CheckIn } from '#functions/attendance/check-ins.schema.ts'
import { Mark } from '#functions/attendance/roll.schema.ts'
import { Answer, DelegatePath, DelegateState } from '#functions/bridge-points/delegates.schema.ts'
import { State } from '#functions/conferences/schema.ts'

export const LinkPath = DelegatePath
export const MinePath = DelegatePath.pick({ id: true })

/** The one link of a delegate. `issue` goes up when it is revoked: addresses given out before open nothing any more. */
export const PersonalLink = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  delegateId: z.string(),
  issue: z.number(),
  revoked: z.boolean(),
  issuedAt: z.string(),
  version: z.number(),
})
export type PersonalLink = z.infer<typeof PersonalLink>

/** The address to hand over; what opens it stands after the `#`, which no server and no log ever sees. */
export const IssuedLink = z.object({ url: z.string(), delegate: z.string(), issuedAt: z.string() })
export const RevokedLink = z.object({ delegate: z.string(), revoked: z.literal(true) })

/** What the holder sees of the conference and of themselves: the invitation, and no document. */
export const Invitation = z.object({
  conference: z.object({
    id: z.string(),
    title: z.array(z.string()),
    state: State,
    startsAt: z.string(),
    endsAt: z.string().optional(),
    venue: z.string(),
    contributionsDueAt: z.string().optional(),
  }),
  point: z.object({ id: z.string(), unitId: z.string(), name: z.string() }),
  delegate: z.object({
    id: z.string(),
    display: z.string(),
    state: DelegateState,
    answer: Answer,
    substitutedBy: z.string().optional(),
  }),
  /** What became of the last check-in, and why where it was rejected. */
  checkIn: CheckIn.pick({ state: true, at: true, standing: true })
    .extend({ reason: z.string().optional() })
    .optional(),
  /** What the roll of the point says of them. */
  mark: Mark.pick({ state: true, at: true, standing: true }).optional(),
})
export type Invitation = z.infer<typeof Invitation>

/** A person's own invitations to one conference: more than one where two points have them on their lists. */
export const OwnInvitations = z.object({ items: z.array(Invitation) })
