// Units chosen one by one: the provincial police to tick, or any unit that words find.
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './scheduling.module.css'
import { unitsOffered } from './scheduling-queries.ts'

const pauseMs = 200

type Props = {
  day: string
  /** The points there are. */
  there: readonly { unitId: string }[]
  value: readonly string[]
  onChange: (ids: string[]) => void
}

export const UnitsPick = ({ day, there, value, onChange }: Props) => {
  const { t } = useTranslation('scheduling')
  const [q, setQ] = useState('')
  const [settled] = useDebouncedValue(q.trim(), pauseMs)
  const { data } = useQuery(unitsOffered(settled, day))
  const taken = new Set(there.map(({ unitId }) => unitId))
  const offered = (data?.items ?? []).filter(({ id }) => !taken.has(id))
  const tick = (id: string, ticked: boolean) =>
    onChange(ticked ? [...value, id] : value.filter((one) => one !== id))
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">{t('points.ways.pick')}</legend>
      <TextInput
        type="search"
        label={t('points.search')}
        description={t('points.searchHint')}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        mb={8}
      />
      <p role="status" className={classes.quiet}>
        {data && offered.length === 0 ? t('points.nobody') : t('points.picked', { count: value.length })}
      </p>
      <ul className={classes.units}>
        {offered.map(({ id, name, parentName }) => (
          <li key={id}>
            <label className={classes.check}>
              <input
                type="checkbox"
                checked={value.includes(id)}
                onChange={(event) => tick(id, event.currentTarget.checked)}
              />
              <span>
                {name}
                {parentName && settled ? <span className={classes.hint}> {parentName}</span> : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
