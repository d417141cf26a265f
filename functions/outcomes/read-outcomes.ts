// Outcomes as those whom the conference concerns read them.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadOutcome, loadOutcomes } from './entity.ts'
import { shownOutcome } from './rules.ts'
import type { OutcomeKind } from './schema.ts'

/** All of a kind in order of entry, with how many have something unknown. */
export const listOutcomes = async <K extends OutcomeKind>(actor: Actor, id: string, kind: K) => {
  await readConference(actor, id)
  const items = (await loadOutcomes(id, kind)).map((outcome) => shownOutcome(outcome))
  const standing = items.filter((item) => !item.withdrawn)
  return { items, unknown: standing.filter(({ flags }) => flags.length > 0).length }
}

/** @throws Problem `not-found` */
export const readOutcome = async <K extends OutcomeKind>(actor: Actor, id: string, kind: K, item: string) => {
  await readConference(actor, id)
  return shownOutcome(await loadOutcome(id, kind, item))
}
