// What is asked and answered of grants: apart, so that a cold start, which reads who may do what, need not build it.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { paragraphs } from '#functions/shared/text.ts'
import { Instant } from '#functions/shared/time.ts'
import { Grant, Role, Scope } from './schema.ts'

export const GrantInput = z.strictObject({
  personId: namedIdOf('prs'),
  role: Role,
  scope: Scope,
  /** From now on without it. Earlier than now only by an administrator, with a reason. */
  validFrom: Instant.optional(),
  validTo: Instant.optional(),
  reason: paragraphs(500).optional(),
})
export type GrantInput = z.infer<typeof GrantInput>

/** What one asks for: a scope, or the grants of one person. */
export const GrantQuery = z
  .strictObject({ scope: Scope.optional(), person: namedIdOf('prs').optional() })
  .refine(({ scope, person }) => (scope === undefined) !== (person === undefined), {
    path: ['scope'],
    message: 'a scope or a person is needed, not both',
  })
export type GrantQuery = z.infer<typeof GrantQuery>

export const GrantPath = z.object({ id: idOf('grt') })

export const GrantEnd = z.strictObject({ reason: paragraphs(500) })

/** A grant as lists show it: how it stands now. */
export const ShownGrant = Grant.extend({ state: z.enum(['in-force', 'future', 'ended', 'expired']) })
export type ShownGrant = z.infer<typeof ShownGrant>
