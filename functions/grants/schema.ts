// Who may do what, where, from when to when: the shapes.
import * as z from 'zod'
import { idOf } from '#functions/shared/ids.ts'
import { later } from '#functions/shared/later.ts'
import { conferenceRoles, standingRoles } from './roles.data.ts'

export const Role = later(() => z.enum([...standingRoles, ...conferenceRoles]))
export type Role = z.infer<typeof Role>

/** Everywhere, one unit, or one conference. */
export const Scope = later(() =>
  z.union([
    z.literal('*'),
    z.string().regex(/^unit:unt_[0-9A-Za-z-]{1,60}$/),
    z.string().regex(/^conference:cnf_[0-9A-HJKMNP-TV-Z]{26}$/),
  ]),
)
export type Scope = z.infer<typeof Scope>

export const Grant = later(() =>
  z.object({
    id: idOf('grt'),
    sub: z.string(),
    personId: z.string().optional(),
    role: Role,
    scope: Scope,
    validFrom: z.string(),
    validTo: z.string().optional(),
    grantedBy: z.string(),
    /** When it was given; it may hold from another time on. */
    grantedAt: z.string().optional(),
    reason: z.string().optional(),
    /** Ended before its time: by whom, why, and until when it was to hold. */
    ended: z
      .object({ at: z.string(), by: z.string(), reason: z.string(), planned: z.string().optional() })
      .optional(),
  }),
)
export type Grant = z.infer<typeof Grant>

/** The account's link to a person of the directory: an account acts under this name. */
export const Holder = later(() =>
  z.object({
    sub: z.string(),
    personId: z.string(),
    name: z.string(),
    /** Whoever left: nothing is answered to this account any more. */
    disabled: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
  }),
)
export type Holder = z.infer<typeof Holder>
