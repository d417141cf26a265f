// Several persons in an order that matters: found by name or position, moved and taken out by buttons.
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personsNamed } from '#web/directory/directory-queries.ts'
import { Finder } from '#web/directory/Finder.tsx'
import { moved } from './agenda-plan.ts'
import { PlaceButtons } from './PlaceButtons.tsx'
import classes from './scheduling.module.css'
import { usePersonName } from './usePersonName.ts'

const pauseMs = 200

type Props = {
  label: string
  name: string
  value: readonly string[]
  onChange: (ids: string[]) => void
  hint?: string
  /** What the first and the others are called. */
  roles?: { first: string; other: string }
  most: number
  error?: string | undefined
}

export const PeopleField = ({ label, name, value, onChange, hint, roles, most, error }: Props) => {
  const group = useRef<HTMLFieldSetElement>(null)
  const [sought, setSought] = useState('')
  const [settled] = useDebouncedValue(sought, pauseMs)
  const found = useQuery(personsNamed(settled))
  const options = (found.data?.items ?? [])
    .filter(({ id }) => !value.includes(id))
    .map(({ id, formalName, posts }) => ({ value: id, label: formalName, note: posts.at(-1)?.title }))
  const add = (id: string) => {
    setSought('')
    if (id && !value.includes(id)) onChange([...value, id])
  }
  const remove = (id: string) => {
    onChange(value.filter((one) => one !== id))
    group.current?.focus()
  }
  return (
    <fieldset ref={group} className={classes.group} tabIndex={-1} aria-label={label}>
      {value.length < most ? (
        <Finder
          name={name}
          label={label}
          description={hint}
          error={error}
          value=""
          onChange={add}
          options={options}
          sought={sought}
          onSeek={setSought}
          waiting={found.isFetching || sought !== settled}
        />
      ) : null}
      {value.length > 0 ? (
        <ol className={classes.people} aria-label={label}>
          {value.map((id, index) => (
            <Person
              key={id}
              id={id}
              role={roles ? (index === 0 ? roles.first : roles.other) : undefined}
              first={index === 0}
              last={index === value.length - 1}
              onMove={(by) => onChange(moved(value, index, by))}
              onRemove={() => remove(id)}
            />
          ))}
        </ol>
      ) : null}
    </fieldset>
  )
}

type PersonProps = {
  id: string
  role?: string | undefined
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const Person = ({ id, role, ...place }: PersonProps) => {
  const { t } = useTranslation('scheduling')
  const name = usePersonName(id)
  return (
    <li className={classes.person}>
      <span>
        {name}
        {role ? <span className={classes.role}> {role}</span> : null}
      </span>
      <PlaceButtons {...place} what={name} removeWord={t('place.remove', { what: name })} />
    </li>
  )
}
