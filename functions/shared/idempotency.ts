// One intent, one act: the Idempotency-Key of every POST, kept in the act's own transaction.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import type { Actor, Claim } from './actor.ts'
import { now } from './clock.ts'
import { Problem } from './problem.ts'
import type { Env } from './route.ts'
import { load } from './table.ts'
import { ClaimTaken, reloading } from './write.ts'

const Kept = z.object({ hash: z.string(), ref: z.string(), ttl: z.number().optional() })

const weekInSeconds = 7 * 24 * 3600

/** Printable ASCII, so that it can stand in a key. */
const keyShape = /^[\x21-\x7e]{1,100}$/

/**
 * The key a POST must carry. Acts of which only the latest is kept ask for it as all do, so that clients know one rule,
 * and keep none: their repeat changes nothing.
 * @throws Problem `idempotency-key-missing`
 */
export const keyOf = (c: Context<Env>): string => {
  const key = c.req.header('Idempotency-Key') ?? ''
  if (!keyShape.test(key)) throw new Problem('idempotency-key-missing')
  return key
}

const claimOf = async (c: Context<Env>, keep: 'week' | 'seal'): Promise<Claim> => {
  const key = keyOf(c)
  const hash = createHash('sha256')
    .update(await c.req.text())
    .digest('base64url')
  const pk = `IDEM#${c.var.actor.sub}#${c.req.method} ${c.req.path}#${key}`
  return {
    pk,
    hash,
    expiresAt: keep === 'week' ? Math.floor(now().getTime() / 1000) + weekInSeconds : undefined,
  }
}

/** What the key was answered with before, if it was. @throws Problem when it came with another body */
const earlierAnswer = async (claim: Claim): Promise<string | undefined> => {
  const kept = await load({ pk: claim.pk, sk: 'IDEM' }, Kept)
  if (!kept || (kept.ttl && kept.ttl < now().getTime() / 1000)) return undefined
  if (kept.hash !== claim.hash) throw new Problem('idempotency-key-reused')
  return kept.ref
}

/**
 * For acts written in parts, whose key goes with the last: a key used before is told before the first.
 * @throws ClaimTaken, Problem `idempotency-key-reused`
 */
export const expectUnused = async ({ claim }: Actor): Promise<void> => {
  if (claim && (await earlierAnswer(claim)) !== undefined) throw new ClaimTaken()
}

/**
 * Acts once per Idempotency-Key. The key is written with the act, so the first try costs no extra read; only an
 * act that fails looks whether its twin was faster, and then answers as the twin did, from the reference it left.
 * @param again makes the answer anew from the reference given to `write`
 * @param keep acts of attendance are kept until the seal, all others a week
 */
export const once = async <T>(
  c: Context<Env>,
  act: (actor: Actor) => Promise<T>,
  again: (ref: string) => Promise<T>,
  keep: 'week' | 'seal' = 'week',
): Promise<T> => {
  const claim = await claimOf(c, keep)
  try {
    return await reloading(() => act({ ...c.var.actor, claim }))
  } catch (error) {
    const ref = await earlierAnswer(claim)
    if (ref === undefined) throw error instanceof ClaimTaken ? new Problem('conflict') : error
    return again(ref)
  }
}
