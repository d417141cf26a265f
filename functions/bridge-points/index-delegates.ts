// Lets delegates entered before there was an index of persons be found by it. Harmless to repeat.
import { systemActor } from '#functions/shared/actor.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { StoredDelegate } from './delegates.schema.ts'
import { loadAllDelegates, pageOfPointIds, setByPerson } from './entity.ts'

const atOnce = 50

async function* pointsOf(conferenceId: string) {
  let after: string | undefined
  do {
    const { ids, next } = await pageOfPointIds(conferenceId, 500, after)
    yield* ids
    after = next
  } while (after)
}

/** Nothing of a delegate changes, so nothing is announced. @returns how many delegates are found by their person */
export const indexDelegates = async (conferenceId: string): Promise<number> => {
  let found = 0
  const actor = systemActor('index-delegates', `req_${newUlid()}`)
  for await (const point of pointsOf(conferenceId)) {
    const sets = (await loadAllDelegates(conferenceId, point, StoredDelegate)).flatMap(setByPerson)
    for (let start = 0; start < sets.length; start += atOnce)
      await write(actor, point, ...sets.slice(start, start + atOnce))
    found += sets.length
  }
  return found
}
