// The first line of every verb: may this actor do this here?
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Act, may, type Touched } from './rules.ts'

/** @throws Problem `not-allowed` */
export const allow = (actor: Actor, act: Act, touched: Touched = {}): void => {
  if (!may(actor.grants, act, touched, now().toISOString())) throw new Problem('not-allowed')
}
