// After each connection everything shown is asked for once: what was told meanwhile nobody repeats.
import { CancelledError, type QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#web/lib/problem.ts'
import { waitMs } from './backoff.rules.ts'
import { keysOf } from './keys.ts'

const unanswered: readonly string[] = ['offline', 'unreadable', 'busy']

/** A refusal is an answer too; a question taken back was asked again by whoever took it back. */
const isAnswer = (outcome: PromiseSettledResult<unknown>): boolean =>
  outcome.status === 'fulfilled' ||
  outcome.reason instanceof CancelledError ||
  (outcome.reason instanceof ApiProblem && !unanswered.includes(outcome.reason.slug))

const askOnce = async (client: QueryClient, conferenceId: string): Promise<boolean> => {
  const queryKey = keysOf(conferenceId).all
  void client.invalidateQueries({ queryKey, refetchType: 'none' })
  const shown = client
    .getQueryCache()
    .findAll({ queryKey, type: 'active', predicate: (query) => !query.isDisabled() })
  const outcomes = await Promise.allSettled(
    shown.map((query) => query.fetch(undefined, { cancelRefetch: true })),
  )
  return outcomes.every(isAnswer)
}

/** @returns true once everything shown was answered; false when the signal came first */
export const catchUp = async (
  client: QueryClient,
  conferenceId: string,
  signal: AbortSignal,
): Promise<boolean> => {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const whole = await askOnce(client, conferenceId)
    if (whole) return !signal.aborted
    await new Promise((resolve) => setTimeout(resolve, waitMs(attempt, Math.random())))
  }
  return false
}
