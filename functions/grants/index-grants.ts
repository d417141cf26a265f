// Lets grants given before there were pointers be found, and ended, by their id. Harmless to repeat.
import { loadAllPersons } from '#functions/directory/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { loadStanding, putPointer } from './entity.ts'

const atOnce = 50

/** Nothing of a grant changes, so nothing is announced. @returns how many grants are found by id */
export const indexGrants = async (): Promise<number> => {
  let found = 0
  const actor = systemActor('index-grants', `req_${newUlid()}`)
  for (const { sub } of await loadAllPersons()) {
    const { grants } = sub ? await loadStanding(sub) : { grants: [] }
    for (let start = 0; start < grants.length; start += atOnce)
      await write(actor, 'grants', ...grants.slice(start, start + atOnce).flatMap(putPointer))
    found += grants.length
  }
  return found
}
