// What the minutes would say if they were drafted now: compiled from the record for whoever looks, kept nowhere.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { findMinutes } from './entity.ts'
import { compileBlocks, loadHistory } from './load-facts.ts'
import type { Block, MinutesSoFar } from './schema.ts'
import { countsTo, expectPreview, settledAt } from './so-far.rules.ts'

const shown = ({ id, kind, text, sentences, events }: Block) => ({ id, kind, text, sentences, events })

/** @throws Problem `not-found`, `not-allowed`, `conference-state` before the start, `minutes-state` once there is a draft */
export const readSoFar = async (actor: Actor, conferenceId: string): Promise<MinutesSoFar> => {
  const conference = await readConference(actor, conferenceId, 'minutes:preview')
  expectPreview(conference, await findMinutes(conferenceId))
  const readTo = settledAt(now())
  const { facts } = await loadHistory(conference, readTo)
  const { blocks } = compileBlocks(facts)
  return { upTo: countsTo(conference, readTo.toISOString()), blocks: blocks.map(shown) }
}
