// The persons of the form by their keys: as the source says, else as the directory has them.
import { useQueries } from '@tanstack/react-query'
import { onePerson } from '#web/directory/directory-queries.ts'
import type { Row } from './form.ts'

export const useSpeakerNames = (persons: readonly Row[]): Map<string, string> => {
  const known = persons.filter(({ fields }) => fields.personId)
  return useQueries({
    queries: known.map(({ fields }) => onePerson(fields.personId ?? '')),
    combine: (answers) =>
      new Map(
        known.map(({ key, fields }, at) => [
          key,
          fields.said?.trim() || (answers[at]?.data?.formalName ?? '…'),
        ]),
      ),
  })
}
