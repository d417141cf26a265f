// The person a grant was given to.
import { useQuery } from '@tanstack/react-query'
import { onePerson } from '#web/directory/directory-queries.ts'

export const PersonName = ({ id }: { id: string | undefined }) => {
  const { data } = useQuery({ ...onePerson(id ?? ''), enabled: id !== undefined })
  return <>{data?.formalName ?? '…'}</>
}
