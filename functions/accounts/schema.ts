// Accounts: who may sign in, as which person, and how an account stands. Shapes.
import * as z from 'zod'
import { namedIdOf } from '#functions/shared/ids.ts'
import { line, paragraphs } from '#functions/shared/text.ts'
import { Day } from '#functions/shared/time.ts'

/** As the pool takes them; no address, for an address is the other way to sign in. */
const Username = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'letters, digits, dots and hyphens'),
  )

const Address = z.email().check(z.toLowerCase(), z.maxLength(254))

export const InviteInput = z.strictObject({
  username: Username,
  email: Address,
  /** The person the account acts as. */
  personId: namedIdOf('prs'),
})
export type InviteInput = z.infer<typeof InviteInput>

/** The subject of the account's tokens. */
export const AccountPath = z.object({ sub: z.guid() })

export const AccountReason = z.strictObject({ reason: paragraphs(500) })

export const MoveInput = z
  .strictObject({
    from: namedIdOf('unt'),
    to: namedIdOf('unt'),
    /** The first civil day at the new unit. */
    on: Day,
    /** The post there; without it the one held before. */
    title: line(300).optional(),
    reason: paragraphs(500).optional(),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must be another unit' })
export type MoveInput = z.infer<typeof MoveInput>

export const AccountQuery = z.strictObject({
  /** How a user name begins, or an address, once it has an @. */
  q: line(100).optional(),
  limit: z.coerce.number().int().min(1).max(60).default(60),
  cursor: z.string().max(4_000).optional(),
})
export type AccountQuery = z.infer<typeof AccountQuery>

/** An account as answered. `invited` until its first password was replaced by one of the holder's own. */
export const Account = z.object({
  sub: z.string(),
  username: z.string(),
  email: z.string().optional(),
  state: z.enum(['invited', 'active', 'disabled']),
  /** Under which name it acts; absent while it acts for nobody. */
  name: z.string().optional(),
  personId: z.string().optional(),
  disabled: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
})
export type Account = z.infer<typeof Account>

const Post = z.object({ unitId: z.string(), title: z.string(), from: z.string(), to: z.string().optional() })

/** One account with the posts of its person. */
export const AccountView = Account.extend({ posts: z.array(Post) })
export type AccountView = z.infer<typeof AccountView>

/** What a move did: grants that hold at the new unit, and those that end with the old one. */
export const Moved = AccountView.extend({
  moved: z.array(z.object({ id: z.string(), role: z.string(), validFrom: z.string() })),
  ended: z.array(z.object({ id: z.string(), role: z.string(), validTo: z.string() })),
})
export type Moved = z.infer<typeof Moved>
