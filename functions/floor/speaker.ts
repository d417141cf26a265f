// Who will speak, as records will name them: typed, from the directory, or from the point's delegation.
import { findDelegate } from '#functions/bridge-points/entity.ts'
import { authorOf } from '#functions/contributions/rules.ts'
import { findPerson } from '#functions/directory/entity.ts'
import { wrongField } from '#functions/shared/problem.ts'
import type { Speaker, SpeakerInput } from './schema.ts'

type Place = { conferenceId: string; pointId: string }

const ofDelegation = async (place: Place, delegateId: string): Promise<Speaker> => {
  const delegate = await findDelegate(place.conferenceId, place.pointId, delegateId)
  if (!delegate) throw wrongField('delegate-unknown', '/speaker/delegateId', delegateId)
  const { personId, rank, name, position, display } = delegate
  return { delegateId, personId, rank, name, position, display }
}

/** @throws Problem `delegate-unknown`, `person-unknown` */
export const speakerOf = async (place: Place, input: SpeakerInput): Promise<Speaker> => {
  const { delegateId, personId } = input
  if (delegateId !== undefined) return ofDelegation(place, delegateId)
  const person = personId === undefined ? undefined : await findPerson(personId)
  if (personId !== undefined && !person) throw wrongField('person-unknown', '/speaker/personId', personId)
  return authorOf(input, person)
}
