// Outcomes as those whom the conference concerns read them.
import { readConference } from '#functions/conferences/read-conference.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { loadOutcome, loadOutcomes } from './entity.ts'
import { loadProgress } from './progress-entity.ts'
import { shownOutcome } from './rules.ts'
import type { OutcomeKind } from './schema.ts'

/** The citations that were taken back, of which only directives may still speak. */
const goneCitations = async (id: string, kind: OutcomeKind): Promise<Set<string>> => {
  const citations = kind === 'directive' ? await loadOutcomes(id, 'citation') : []
  return new Set(citations.flatMap((citation) => (citation.withdrawn ? [citation.id] : [])))
}

/** All of a kind in order of entry, with how many have something unknown. */
export const listOutcomes = async <K extends OutcomeKind>(actor: Actor, id: string, kind: K) => {
  await readConference(actor, id)
  const [outcomes, gone] = await Promise.all([loadOutcomes(id, kind), goneCitations(id, kind)])
  const items = outcomes.map((outcome) => shownOutcome(outcome, gone))
  const standing = items.filter((item) => !item.withdrawn)
  return { items, unknown: standing.filter(({ flags }) => flags.length > 0).length }
}

/** @throws Problem `not-found` */
export const readOutcome = async <K extends OutcomeKind>(actor: Actor, id: string, kind: K, item: string) => {
  await readConference(actor, id)
  const [outcome, gone] = await Promise.all([loadOutcome(id, kind, item), goneCitations(id, kind)])
  return shownOutcome(outcome, gone)
}

/** Everything said of a directive since. @throws Problem `not-found` */
export const readProgress = async (actor: Actor, id: string, item: string) => {
  const { ownerUnitIds } = await loadOutcome(id, 'directive', item)
  const at = now().toISOString()
  // Owners are told of their task, whether or not they took part in the conference.
  const owns = ownerUnitIds.some((unit) => may(actor.grants, 'directive:progress', { unit }, at))
  if (!owns) await readConference(actor, id)
  return loadProgress(id, item)
}
