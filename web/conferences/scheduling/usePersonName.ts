// A person of the directory by rank, name and titles.
import { useQuery } from '@tanstack/react-query'
import { onePerson } from '#web/directory/directory-queries.ts'

export const usePersonName = (id: string): string => useQuery(onePerson(id)).data?.formalName ?? '…'
