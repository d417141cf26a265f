// When points and delegations may be prepared, and what a withdrawn point still allows. Pure.
import { expectState } from '#functions/conferences/rules.ts'
import type { Conference, State } from '#functions/conferences/schema.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Point } from './stored.schema.ts'

const beforeSession: readonly State[] = ['draft', 'scheduled', 'postponed', 'open']

/** Points and who comes are told until the close. @throws Problem `conference-state` */
export const expectPreparing = (conference: Conference): void =>
  expectState(conference, [...beforeSession, 'in-session'])

/** @throws Problem `point-withdrawn` */
export const expectNotWithdrawn = ({ withdrawn }: Pick<Point, 'withdrawn'>): void => {
  if (withdrawn) throw new Problem('point-withdrawn', { detail: withdrawn.reason })
}

/** @throws Problem `conference-state`, `point-withdrawn` */
export const expectOpenList = (conference: Conference, point: Point): void => {
  expectPreparing(conference)
  expectNotWithdrawn(point)
}

/**
 * Who is sent is changed before the session; in it, whoever does not come is marked absent or substituted.
 * @throws Problem `conference-state`, `point-withdrawn`
 */
export const expectBeforeSession = (conference: Conference, point: Point): void => {
  expectState(conference, beforeSession)
  expectNotWithdrawn(point)
}
