// Put a conference off, to another date or to none yet, with the reason: its units are told, their calendars follow.
import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { forgetStanding } from '#functions/grants/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { civilDay } from '#functions/shared/time.ts'
import { loadConference } from './entity.ts'
import { conferencePostponed } from './events.ts'
import { retitled } from './named-persons.ts'
import { type Saved, saveMoved } from './save-moved.ts'
import type { Postponing } from './steps.schema.ts'
import { leavingChair } from './take-step.ts'
import { postponed } from './undo.rules.ts'

/** @throws Problem `not-allowed`, `conference-state`, `unit-unknown` */
export const postponeConference = async (actor: Actor, id: string, told: Postponing): Promise<Saved> => {
  const current = await loadConference(id)
  allow(actor, 'conference:postpone', { conference: id, host: current.hostUnitId })
  const at = now().toISOString()
  const decided = postponed(current, told, at)
  const next = told.startsAt ? await retitled(decided) : decided
  if (told.startsAt) await expectUnit(next.hostUnitId, civilDay(next.startsAt), '/startsAt')
  const left = await leavingChair(actor, next, current, { at, by: actor.sub, reason: told.reason })
  const saved = await saveMoved(actor, next, current, conferencePostponed(next), left)
  if (current.presiding?.sub) forgetStanding(current.presiding.sub)
  return saved
}
