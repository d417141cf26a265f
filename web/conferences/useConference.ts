// The conference of the address, inside its frame, where it is known to be loaded.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { oneConference } from './conference-queries.ts'

export const useConference = () => {
  const { id } = useParams({ from: '/frame/conferences/$id' })
  return useSuspenseQuery(oneConference(id)).data
}
