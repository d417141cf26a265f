// Who will speak, as records will name them: typed, from the directory, or from the point's delegation.
import { authorOf } from '#functions/contributions/rules.ts'
import { findPerson } from '#functions/directory/entity.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Speaker, SpeakerInput } from './schema.ts'

/** @throws Problem `person-unknown` */
export const speakerOf = async (input: SpeakerInput): Promise<Speaker> => {
  const { personId } = input
  const person = personId === undefined ? undefined : await findPerson(personId)
  if (personId !== undefined && !person) throw new Problem('person-unknown', { detail: personId })
  return authorOf(input, person)
}
