// Whose register is read, and of which year.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitField } from '#web/directory/UnitField.tsx'
import classes from './Register.module.css'
import { type RegisterSought, yearOf } from './register-sought.ts'
import './add-words.ts'

type Props = {
  unit: string | undefined
  year: number
  onSeek: (change: RegisterSought) => void
}

/** What is being typed stays here: only a whole year is asked about. */
const YearFilter = ({ year, onSeek }: Pick<Props, 'year' | 'onSeek'>) => {
  const { t } = useTranslation('register')
  const [typed, setTyped] = useState<string>()
  const read = yearOf(typed)
  // A year that came otherwise, by the address, stands over what was typed.
  const follows = typed !== undefined && (read ?? year) === year
  return (
    <TextInput
      label={t('year')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={follows ? typed : String(year)}
      error={follows && typed.trim().length === 4 && !read ? t('yearWrong') : undefined}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        const found = yearOf(value)
        if (found && found !== year) onSeek({ year: found })
      }}
    />
  )
}

export const RegisterFilters = ({ unit, year, onSeek }: Props) => {
  const { t } = useTranslation('register')
  return (
    <search className={`${classes.filters} no-print`} aria-label={t('filters')}>
      <UnitField
        label={t('unit')}
        value={unit ?? ''}
        onChange={(chosen) => onSeek({ unit: chosen || undefined })}
      />
      <YearFilter year={year} onSeek={onSeek} />
    </search>
  )
}
