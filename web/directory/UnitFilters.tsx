// What of the register is shown: words, a type, and the day it is to be shown as of.
import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unitTypeNames } from '#functions/directory/unit-types.data.ts'
import { SearchField } from '#web/ui/SearchField.tsx'
import { DayFilter } from '#web/ui/when/DayField.tsx'
import classes from './Units.module.css'
import type { UnitsShown } from './UnitsPage.tsx'

const pauseMs = 250

type Props = { shown: UnitsShown; onShow: (shown: UnitsShown) => void }

export const UnitFilters = ({ shown, onShow }: Props) => {
  const { t } = useTranslation('directory')
  const [words, setWords] = useState(shown.q ?? '')
  const show = (change: UnitsShown) => {
    const kept = Object.entries({ ...shown, ...change }).filter(([, value]) => value)
    onShow(Object.fromEntries(kept))
  }
  useEffect(() => {
    if (words.trim() === (shown.q ?? '')) return
    const timer = setTimeout(() => show({ q: words.trim() }), pauseMs)
    return () => clearTimeout(timer)
  })
  return (
    <search className={classes.filters}>
      <SearchField label={t('search')} value={words} onChange={setWords} />
      <NativeSelect
        aria-label={t('type')}
        value={shown.type ?? ''}
        onChange={(event) => show({ type: event.currentTarget.value })}
        data={[
          { value: '', label: t('anyType') },
          ...unitTypeNames.map((value) => ({ value, label: t(`types.${value}`) })),
        ]}
      />
      <DayFilter label={t('on')} day={shown.on} onDay={(on) => show({ on: on ?? '' })} />
    </search>
  )
}
