// Who stands behind a paper, as records will name them on the conference's day.
import type { Conference } from '#functions/conferences/schema.ts'
import { findPerson } from '#functions/directory/entity.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { civilDay } from '#functions/shared/time.ts'
import type { AuthorInput } from './input.schema.ts'
import { authorOf } from './rules.ts'
import type { Author } from './schema.ts'

/** @param pointer of the field that named them. @throws Problem `person-unknown` */
export const nameAuthor = async (
  { startsAt }: Conference,
  input: AuthorInput,
  pointer: string,
): Promise<Author> => {
  const { personId } = input
  if (personId === undefined) return authorOf(input)
  const person = await findPerson(personId, civilDay(startsAt))
  if (!person) throw wrongField('person-unknown', `${pointer}/personId`, personId)
  return authorOf(input, person)
}

/** @throws Problem `person-unknown` */
export const nameCoAuthors = (conference: Conference, inputs: readonly AuthorInput[]): Promise<Author[]> =>
  Promise.all(inputs.map((input, at) => nameAuthor(conference, input, `/coAuthors/${at}`)))
