// Draft a conference like another one.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { copyOf } from './copy.rules.ts'
import { draftConference } from './draft-conference.ts'
import { loadConference } from './entity.ts'
import type { CopyInput } from './plan.schema.ts'
import type { Conference } from './schema.ts'

/** @throws Problem `not-found`, and as `draftConference` */
export const cloneConference = async (
  actor: Actor,
  id: string,
  { startsAt, title }: CopyInput,
): Promise<Conference> => {
  const model = await loadConference(id)
  allow(actor, 'conference:draft', { host: model.hostUnitId })
  return draftConference(actor, copyOf(model, startsAt, title), { clonedFrom: id })
}
