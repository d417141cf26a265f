// Sign the minutes: the secretary, then the chair, each freshly signed in. The attestation covers text and horizon.
import { loadConference } from '#functions/conferences/entity.ts'
import { findPerson } from '#functions/directory/entity.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { loadStanding, type Standing } from '#functions/grants/entity.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import { loadBlocks, loadMinutes, minutesItem } from './entity.ts'
import { minutesSigned } from './events.ts'
import { publishedSigner } from './published-key.ts'
import { viewOf } from './read-minutes.ts'
import { expectFreshSignIn, expectState, type SigningRole, signed, signingAct } from './rules.ts'
import type { Attestation, Minutes, MinutesView, SignAct, Statement } from './schema.ts'

/** The actor as the table knows them at this moment: what was remembered may have ended since. */
const recheck = async (actor: Actor): Promise<{ actor: Actor; standing: Standing }> => {
  const standing = await loadStanding(actor.sub)
  return { actor: { ...actor, grants: standing.grants }, standing }
}

const rolesNow = (actor: Actor, conferenceId: string, at: string): SigningRole[] =>
  (['secretary', 'chair'] as const).filter((role) =>
    may(
      actor.grants.filter((grant) => grant.role === role),
      'minutes:sign',
      { conference: conferenceId },
      at,
    ),
  )

const asRole: Record<SignAct, string> = {
  'minutes.signed-by-secretary': 'Thư ký hội nghị',
  'minutes.signed-by-chair': 'Chủ trì hội nghị',
}

/** The office in which one signs: the State title, else the post of that day, else the role in the conference. */
const officeOf = (person: Person | undefined, day: string): string | undefined =>
  person?.stateTitle ?? person?.posts.find(({ from, to }) => from <= day && (!to || day <= to))?.title

const signerOf = async (actor: Actor, { holder }: Standing, act: SignAct, at: string) => {
  const person = holder ? await findPerson(holder.personId) : undefined
  const called = [person?.rank, person?.name].filter(Boolean).join(' ')
  return {
    sub: actor.sub,
    name: called || (holder?.name ?? actor.name),
    office: officeOf(person, civilDay(at)) ?? asRole[act],
    auth_time: actor.authTime,
  }
}

type Signature = { actor: Actor; standing: Standing; minutes: Minutes; act: SignAct; at: string }

const attest = async ({ actor, standing, minutes, act, at }: Signature): Promise<Attestation> => {
  const { digest, horizon } = minutes
  if (!digest || !horizon) throw new Error('submitted minutes without a digest')
  const signer = await publishedSigner(actor.requestId)
  const { kid } = signer.key
  const statement: Statement = {
    act,
    digest,
    horizon,
    kid,
    at,
    ...(await signerOf(actor, standing, act, at)),
  }
  const signature = await signer.sign(canonicalBytes(statement))
  return { kid, signature: signature.toString('base64'), statement }
}

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
  const attestation = await attest({ actor, standing, minutes, act, at })
  const next = signed(minutes, attestation)
  await write(actor, next.id, putNext(minutesItem(next)), emit(actor, minutesSigned(next, attestation)))
  return viewOf(conference, next, await loadBlocks(next))
}
