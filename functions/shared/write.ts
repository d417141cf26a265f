// The one write: a transaction of the state, the event item and the idempotency item. Nothing happens unrecorded.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Actor, Claim } from './actor.ts'
import { now } from './clock.ts'
import { Problem } from './problem.ts'
import { database, type Operation, tableName } from './table.ts'

/** A condition on the state no longer held: somebody was faster. Reload and decide again. */
export class Stale extends Error {}

/** The idempotency key of this request has been used: the twin was faster. Read what it answered. */
export class ClaimTaken extends Error {}

const tries = 5
const firstWaitMs = 15

/** Reasons that say nothing about our conditions: another transaction or the throughput was in the way. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

const claimItem = (claim: Claim, ref: string): Operation => ({
  Put: {
    TableName: tableName(),
    Item: {
      pk: claim.pk,
      sk: 'IDEM',
      type: 'idempotency',
      hash: claim.hash,
      ref,
      ...(claim.expiresAt ? { ttl: claim.expiresAt } : {}),
    },
    ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': Math.ceil(now().getTime() / 1000) },
  },
})

const reasonsOf = (error: unknown): string[] | undefined =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
    : undefined

/** Retries only what is passing, with the same token, so that a lost answer cannot write twice. */
const transact = async (operations: Operation[]): Promise<void> => {
  const command = new TransactWriteCommand({ TransactItems: operations, ClientRequestToken: randomUUID() })
  for (let attempt = 1; ; attempt++) {
    try {
      await database().send(command)
      return
    } catch (error) {
      const wrong = reasonsOf(error)?.filter((code) => code !== 'None')
      if (!wrong?.length || !wrong.every((code) => passing.has(code))) throw error
      if (attempt === tries) throw new Problem('busy', { retryAfter: 1 })
      await pause(Math.random() * firstWaitMs * 2 ** attempt)
    }
  }
}

/**
 * Writes one act: all operations and the idempotency item, or nothing.
 * @param ref what a repeat of the request is answered from: the id of the thing made or changed
 * @throws Stale when a condition on the state failed
 * @throws ClaimTaken when the idempotency key is in use
 * @throws Problem `busy` when other transactions stayed in the way
 */
export const write = async (actor: Actor, ref: string, ...operations: Operation[]): Promise<void> => {
  const whole = actor.claim ? [...operations, claimItem(actor.claim, ref)] : operations
  try {
    await transact(whole)
  } catch (error) {
    const reasons = reasonsOf(error)
    if (!reasons) throw error
    if (actor.claim && reasons[operations.length] === 'ConditionalCheckFailed') throw new ClaimTaken()
    if (reasons.includes('ConditionalCheckFailed')) throw new Stale()
    throw error
  }
}

/** Runs an act again once when the state changed under it; a second time it is a conflict. */
export const reloading = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Stale)) throw error
  }
  try {
    return await act()
  } catch (error) {
    throw error instanceof Stale ? new Problem('conflict') : error
  }
}

const persistence = 10

const overtaken = (error: unknown): boolean =>
  error instanceof Stale || (error instanceof Problem && error.slug === 'busy')

/**
 * Runs an act that may not be refused for being overtaken (a mark, a join): it is decided anew on the newer state,
 * as often as it takes within reason.
 * @throws Problem `busy`
 */
export const persisting = async <T>(act: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; attempt <= persistence; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (!overtaken(error)) throw error
      await pause(Math.random() * firstWaitMs * 2 ** Math.min(attempt, 5))
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}
