// One step aside or back in a conference's life: decided on what stands, saved with its event.
import { allow } from '#functions/grants/allow.ts'
import { type End, endingHeld, forgetStanding } from '#functions/grants/entity.ts'
import type { Act } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type Announcement, emit } from '#functions/shared/event-log.ts'
import type { Operation } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceSaved, loadConference } from './entity.ts'
import type { Conference } from './schema.ts'

type Step = {
  act: Act
  /** What stands afterwards. @param at the moment of the act, UTC */
  decide: (current: Conference, at: string) => Conference
  announce: (next: Conference) => Announcement
  /** What else is written with it. */
  with?: (current: Conference, next: Conference) => Promise<Operation[]>
  reason: string
}

/** A step that leaves nobody in the chair ends what a deputy held it by. */
export const leavingChair = (
  actor: Actor,
  next: Conference,
  { presiding }: Conference,
  end: End,
): Promise<Operation[]> => endingHeld(actor, next.presiding ? {} : (presiding ?? {}), end)

/** @throws Problem `not-found`, `not-allowed`, and what the decision refuses */
export const takeStep = async (actor: Actor, id: string, step: Step) => {
  const current = await loadConference(id)
  allow(actor, step.act, { conference: id, host: current.hostUnitId })
  const at = now().toISOString()
  const next = step.decide(current, at)
  const more = step.with ? await step.with(current, next) : []
  const left = await leavingChair(actor, next, current, { at, by: actor.sub, reason: step.reason })
  await write(
    actor,
    id,
    ...conferenceSaved(next, current),
    ...more,
    ...left,
    emit(actor, step.announce(next)),
  )
  if (left.length > 0 && current.presiding?.sub) forgetStanding(current.presiding.sub)
  return { next, current }
}
