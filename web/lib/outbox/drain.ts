// Sends what waits, one by one and in order. The store is told before and after each, so a crash at any point repeats at
// most what the server knows by its key.
import { asProblem } from '#web/lib/problem.ts'
import type { Waiting } from './act.ts'
import { claimOf, isDoneAnyway, laneOf, nextOf, refusalOf, verdictOf } from './outbox.rules.ts'

export type Post = {
  acts(): Promise<Waiting[]>
  keep(act: Waiting): Promise<void>
  erase(act: Waiting): Promise<void>
  /** @throws ApiProblem */
  send(act: Waiting): Promise<unknown>
  /** How far the server's clock is known to be ahead, in milliseconds. */
  offsetMs(): number
}

/** `done`: nothing waits but what a person must decide; `later`: some is to be tried again; `held`: no line. */
export type Outcome = 'done' | 'later' | 'held'

/** @returns the problem that stood in the way, if any */
const attempt = async (post: Post, act: Waiting) => {
  try {
    await post.send(act)
    return undefined
  } catch (error) {
    const problem = asProblem(error)
    return isDoneAnyway(act, problem) ? undefined : problem
  }
}

export const drain = async (post: Post, sub: string): Promise<Outcome> => {
  const heldUp = new Set<string>()
  for (;;) {
    const next = nextOf(await post.acts(), sub, heldUp)
    if (!next) return heldUp.size > 0 ? 'later' : 'done'
    const claimedAt = next.claimedAt ?? claimOf(next, post.offsetMs())
    const tried: Waiting = { ...next, claimedAt, tries: next.tries + 1 }
    await post.keep(tried)
    const problem = await attempt(post, tried)
    const verdict = problem && verdictOf(problem, tried.tries)
    if (!problem) await post.erase(tried)
    // A line that is down is nobody's failure: the tries are for faults.
    else if (verdict === 'hold') return post.keep({ ...tried, tries: next.tries }).then(() => 'held')
    else if (verdict === 'again') heldUp.add(laneOf(tried))
    else await post.keep({ ...tried, refused: refusalOf(problem) })
  }
}
