// What the answer to a heartbeat means. Pure.
import type { ApiProblem } from '#web/lib/problem.ts'

const over: readonly number[] = [403, 404, 409]

/** Whether the session is no more. Two who wrote at once are no end of it: the next beat comes. */
export const endsSession = ({ slug, status }: Pick<ApiProblem, 'slug' | 'status'>): boolean =>
  over.includes(status) && slug !== 'conflict'
