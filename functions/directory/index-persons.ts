// Lets persons entered before there was an index of words be found by it. Harmless to repeat.
import { systemActor } from '#functions/shared/actor.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { write } from '#functions/shared/write.ts'
import { loadAllPersons, putByName } from './entity.ts'
import { putWords } from './person-words.ts'

/** Nothing of a person changes, so nothing is announced. @returns how many persons are found by words */
export const indexPersons = async (): Promise<number> => {
  const persons = await loadAllPersons()
  for (const person of persons) {
    const actor = systemActor('index-persons', `req_${newUlid()}`)
    await write(actor, person.id, ...putByName(person), ...putWords(person))
  }
  return persons.length
}
