// Attest a named person's act: our key's signature over who did what to which text, in what office, how freshly signed in.
import { findPerson } from '#functions/directory/entity.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { loadStanding, type Standing } from '#functions/grants/entity.ts'
import { publishedSigner } from '#functions/keys/published-signer.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { Attestation, Horizon, SignAct, Statement } from './schema.ts'

/** The actor as the table knows them at this moment: what was remembered may have ended since. */
export const recheck = async (actor: Actor): Promise<{ actor: Actor; standing: Standing }> => {
  const standing = await loadStanding(actor.sub)
  return { actor: { ...actor, grants: standing.grants }, standing }
}

const asRole: Record<SignAct, string> = {
  'minutes.signed-by-secretary': 'Thư ký hội nghị',
  'minutes.signed-by-chair': 'Chủ trì hội nghị',
  'record.imported': 'Cán bộ lưu trữ',
}

/** The office in which one signs: the State title, else the post of that day, else the role in the act. */
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

/** An act of somebody `recheck` has just looked at; `digest` is of the canonical bytes of the frozen text. */
export type Signature = {
  actor: Actor
  standing: Standing
  act: SignAct
  digest: string
  horizon: Horizon
  at: string
}

/** May be called by the one function only that may use the key, after `expectFreshSignIn` and who may sign. */
export const attestAct = async ({
  actor,
  standing,
  act,
  digest,
  horizon,
  at,
}: Signature): Promise<Attestation> => {
  const signer = await publishedSigner(actor.requestId)
  const { kid } = signer.key
  const who = await signerOf(actor, standing, act, at)
  const statement: Statement = { act, digest, horizon, kid, at, ...who }
  const signature = await signer.sign(canonicalBytes(statement))
  return { kid, signature: signature.toString('base64'), statement }
}
