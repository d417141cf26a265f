// What accounts announce.
import type { MoveInput } from './schema.ts'

type Named = { sub: string; personId?: string | undefined }

/** An account was made for a person; the first password went out by mail. */
export const accountInvited = ({ sub, personId, username }: Named & { username: string }) => ({
  name: 'account.invited' as const,
  scope: 'directory',
  subject: sub,
  data: { personId, username },
})

/** The first password of an account was mailed anew. */
export const accountInvitedAgain = ({ sub, personId }: Named) => ({
  name: 'account.reminded' as const,
  scope: 'directory',
  subject: sub,
  data: { personId },
})

/** Somebody left: nothing is answered to the account any more. */
export const accountDisabled = ({ sub, personId }: Named, reason: string) => ({
  name: 'account.disabled' as const,
  scope: 'directory',
  subject: sub,
  data: { personId, reason },
})

/** An account may sign in again; its roles have to be given anew. */
export const accountEnabled = ({ sub, personId }: Named, reason: string) => ({
  name: 'account.enabled' as const,
  scope: 'directory',
  subject: sub,
  data: { personId, reason },
})

/** A person went from one unit to another, posts and an operator's roles with them. */
export const accountMoved = ({ sub, personId }: Named, { from, to, on, title, reason }: MoveInput) => ({
  name: 'account.moved' as const,
  scope: 'directory',
  subject: sub,
  data: { personId, from, to, on, title, reason },
})
