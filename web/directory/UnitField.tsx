// Chooses a unit by any name it has borne, with or without diacritics.
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { oneUnit, unitsNamed } from './directory-queries.ts'
import { Finder, type FinderProps, type Option } from './Finder.tsx'

const pauseMs = 200

/** @param type only units of this type; @param on names and units of this civil day, today without it */
export const UnitField = ({ type, on, ...field }: FinderProps & { type?: UnitType; on?: string }) => {
  const { value } = field
  const [sought, setSought] = useState('')
  const [settled] = useDebouncedValue(sought, pauseMs)
  const chosen = useQuery({ ...oneUnit(value), enabled: value !== '' })
  const name = chosen.data?.names.at(-1)?.name
  // The chosen name stands in the field: it is no search.
  const found = useQuery(unitsNamed({ q: settled === name ? undefined : settled, type, on }))
  const options: Option[] = (found.data?.items ?? []).map(({ id, name, parentName, through }) => ({
    value: id,
    label: name,
    note: [through, parentName].filter(Boolean).join(' · '),
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
