// Chooses a person of the directory by name or position; the formal name tells two of one name apart.
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { onePerson, personsNamed } from './directory-queries.ts'
import { Finder, type FinderProps, type Option } from './Finder.tsx'

const pauseMs = 200

export const PersonField = (field: FinderProps) => {
  const { value } = field
  const [sought, setSought] = useState('')
  const [settled] = useDebouncedValue(sought, pauseMs)
  const chosen = useQuery({ ...onePerson(value), enabled: value !== '' })
  const name = chosen.data?.formalName
  // The chosen name stands in the field: it is no search.
  const found = useQuery(personsNamed(settled === name ? '' : settled))
  const options: Option[] = (found.data?.items ?? []).map(({ id, formalName, posts }) => ({
    value: id,
    label: formalName,
    note: posts.at(-1)?.title,
  }))
  const known = options.some((option) => option.value === value)
  return (
    <Finder
      {...field}
      options={value && name && !known ? [{ value, label: name }, ...options] : options}
      sought={sought}
      onSeek={setSought}
      waiting={found.isFetching || sought !== settled}
    />
  )
}
