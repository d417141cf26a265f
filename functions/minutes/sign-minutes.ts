// Sign the minutes: the secretary, then the chair, each freshly signed in. The attestation covers text and horizon.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { attestAct, recheck } from './attest-act.ts'
import { loadBlocks, loadMinutes, minutesItem } from './entity.ts'
import { minutesSigned } from './events.ts'
import { expectFreshSignIn, expectState, type SigningRole, signed, signingAct } from './rules.ts'
import type { MinutesView } from './schema.ts'
import { viewOf } from './view.ts'

const rolesNow = (actor: Actor, conferenceId: string, at: string): SigningRole[] =>
  (['secretary', 'chair'] as const).filter((role) =>
    may(
      actor.grants.filter((grant) => grant.role === role),
      'minutes:sign',
      { conference: conferenceId },
      at,
    ),
  )

/**
 * @throws Problem `not-allowed`, `minutes-missing`, `minutes-state`, `signature-order`, `already-signed`,
 * `sign-in-too-old`
 */
export const signMinutes = async (told: Actor, conferenceId: string): Promise<MinutesView> => {
  const { actor, standing } = await recheck(told)
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:sign', { conference: conferenceId, host: conference.hostUnitId })
  const minutes = await loadMinutes(conferenceId)
  const at = now().toISOString()
  const act = signingAct(minutes, actor.sub, rolesNow(actor, conferenceId, at))
  expectState(minutes, 'submitted')
  expectFreshSignIn(actor.authTime, at)
  const { digest, horizon } = minutes
  if (!digest || !horizon) throw new Error('submitted minutes without a digest')
  const attestation = await attestAct({ actor, standing, act, digest, horizon, at })
  const next = signed(minutes, attestation)
  await write(actor, next.id, putNext(minutesItem(next)), emit(actor, minutesSigned(next, attestation)))
  return viewOf(conference, next, await loadBlocks(next))
}
