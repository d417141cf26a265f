// What screens see of minutes: their blocks, who works at them, whose signature is due, what came late.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadGrantsOf } from '#functions/grants/entity.ts'
import { inForce } from '#functions/grants/rules.ts'
import { now } from '#functions/shared/clock.ts'
import { logSince } from '#functions/shared/event-log.ts'
import { civilDay } from '#functions/shared/time.ts'
import { lateOf } from './addendum.rules.ts'
import { holdersOf } from './load-roles.ts'
import type { Late, SignerDue } from './parts.schema.ts'
import { inOrder, roleDue, submittableFrom } from './rules.ts'
import type { Block, Minutes, MinutesView } from './schema.ts'
import { loadEditors } from './workflow-entity.ts'

/** Those who hold the role now and have not signed. */
const signerDue = async ({ id }: Conference, minutes: Minutes): Promise<SignerDue | undefined> => {
  const role = roleDue(minutes)
  if (!role) return undefined
  const [at, signed] = [now().toISOString(), minutes.attestations.map(({ statement }) => statement.sub)]
  const grants = (await loadGrantsOf(`conference:${id}`)).filter(
    (grant) => grant.role === role && inForce(grant, at) && !signed.includes(grant.sub),
  )
  const holders = await holdersOf(
    grants.map(({ sub }) => sub),
    civilDay(at),
  )
  return { role, people: [...holders].map(([sub, { name }]) => ({ sub, name })) }
}

/** A draft has no end of its history yet: what comes is drafted. */
const lateTo = async (
  { id, closedAt }: Conference,
  { horizon, submittedAt, told }: Minutes,
): Promise<Late | undefined> => {
  if (!horizon || !closedAt) return undefined
  const known = told ?? (submittedAt ? { until: submittedAt, events: [] } : undefined)
  return lateOf(await logSince(id, horizon.until), closedAt, known)
}

/** A conference reopened since has no moment yet from which on its minutes may be submitted. */
export const viewOf = async (
  conference: Conference,
  minutes: Minutes,
  blocks: readonly Block[],
): Promise<MinutesView> => {
  const { generation: _, compiled: __, told: ___, ...shown } = minutes
  const { closedAt } = conference
  const [editing, late, signsNext] = await Promise.all([
    minutes.state === 'draft' ? loadEditors(conference.id, now().toISOString()) : [],
    lateTo(conference, minutes),
    signerDue(conference, minutes),
  ])
  return {
    ...shown,
    blocks: inOrder(blocks),
    ...(closedAt ? { submittableFrom: submittableFrom(closedAt) } : {}),
    editing,
    ...(late ? { late } : {}),
    ...(signsNext ? { signsNext } : {}),
  }
}
