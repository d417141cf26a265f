// Directives across conferences: those a unit is to carry out, or those of conferences it hosts.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { civilDay } from '#functions/shared/time.ts'
import { answersQuery, taskOf } from './progress.rules.ts'
import type { DirectiveQuery, DirectiveTask } from './progress.schema.ts'
import { loadTasks, placesBefore } from './progress-entity.ts'

/** A filter that finds little ends the page after so many rounds: the cursor goes on from there. */
const roundsMost = 10
const perRound = 100

/**
 * @param before the id of the last one already seen
 * @throws Problem `not-allowed` for a unit that is none of the actor's
 */
export const listDirectives = async (actor: Actor, query: DirectiveQuery, before: string | undefined) => {
  const unitId = query.unit ?? query.host ?? ''
  allow(actor, 'directive:list', query.unit ? { unit: unitId, host: unitId } : { host: unitId })
  const today = civilDay(now().toISOString())
  const items: DirectiveTask[] = []
  let from = before
  for (let round = 0; round < roundsMost; round++) {
    const { items: places, next } = await placesBefore(unitId, from, perRound)
    const { directives, progress } = await loadTasks(places)
    for (const place of places) {
      from = place.directiveId
      const directive = directives.get(from)
      const task = directive && taskOf(directive, place, progress.get(from) ?? { acts: [] }, today)
      if (task && answersQuery(task, query)) items.push(task)
      if (items.length === query.limit) return { items, next: from }
    }
    if (!next) return { items, next: undefined }
  }
  return { items, next: from }
}
