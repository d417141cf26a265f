// A day as the office writes it, 23/11/2022: a browser's own date field follows the browser's language, where 06/12 may be June.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDayOf, dayAsWritten } from '#web/lib/when.ts'
import { useValidity } from './useValidity.ts'
import './add-words.ts'

const most = 20

type Props = {
  label: string
  /** As typed; `civilDayOf` reads it. */
  value: string
  onChange: (typed: string) => void
  name?: string
  description?: string
  required?: boolean
  error?: string | undefined
}

export const DayField = ({ value, onChange, error, ...rest }: Props) => {
  const { t } = useTranslation('when')
  const own = useValidity(value.trim() && !civilDayOf(value) ? t('dayWrong') : undefined)
  return (
    <TextInput
      {...rest}
      ref={own.ref}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('dayHint')}
      maw={240}
      maxLength={most}
      value={value}
      error={error ?? own.shown}
      onBlur={own.onLeave}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

type FilterProps = { label: string; day: string | undefined; onDay: (day: string | undefined) => void }

/** A day to look from: what is being typed stays here, only a whole day is asked about. */
export const DayFilter = ({ label, day, onDay }: FilterProps) => {
  const [typed, setTyped] = useState<string>()
  const change = (text: string) => {
    setTyped(text)
    const read = civilDayOf(text)
    if (read !== day && (read || !text.trim())) onDay(read)
  }
  // A day that came otherwise, by the address, stands over what was typed.
  const follows = typed !== undefined && (civilDayOf(typed) ?? day) === day
  return <DayField label={label} value={follows ? typed : dayAsWritten(day)} onChange={change} />
}
