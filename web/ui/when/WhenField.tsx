// A day and a time, and below them the same as people say it, so that a wrong digit is seen.
import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#web/lib/i18n/index.ts'
import { civilDayOf, civilTimeOf, instantOf, inWords, type When } from '#web/lib/when.ts'
import { useValidity } from './useValidity.ts'
import classes from './When.module.css'
import './add-words.ts'

type Props = {
  label: string
  /** JSON pointer of the field in what is sent. */
  name: string
  value: When
  onChange: (when: When) => void
  hint?: string
  required?: boolean
  error?: string | undefined
  /** The day meant while none is typed. */
  dayOtherwise?: string
}

/** A day without a time says nothing, nor does half of either. */
const useWrong = ({ day, time }: When, needed: boolean) => {
  const { t } = useTranslation('when')
  return {
    day: day && !civilDayOf(day) ? t('dayWrong') : undefined,
    time: time && !civilTimeOf(time) ? t('timeWrong') : undefined,
    timeMissing: !needed && day && !time ? t('timeMissing') : undefined,
  }
}

export const WhenField = ({ label, name, value, onChange, hint, error, ...rest }: Props) => {
  const { required = false, dayOtherwise = '' } = rest
  const { t } = useTranslation('when')
  const id = useId()
  const shown = { day: value.day || (value.time ? dayOtherwise : ''), time: value.time }
  const wrong = useWrong(shown, required)
  const day = useValidity(wrong.day)
  const time = useValidity(wrong.time ?? wrong.timeMissing)
  const instant = instantOf(shown)
  const field = { required, withAsterisk: false, inputMode: 'numeric', autoComplete: 'off' } as const
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {label}
        {required ? (
          <span className={classes.needed} aria-hidden="true">
            {' '}
            *
          </span>
        ) : null}
      </legend>
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      <div className={classes.when}>
        <TextInput
          {...field}
          ref={day.ref}
          name={name}
          label={t('day')}
          placeholder={t('dayHint')}
          maxLength={20}
          value={shown.day}
          aria-describedby={id}
          error={error ?? day.shown}
          onBlur={day.onLeave}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
        <TextInput
          {...field}
          ref={time.ref}
          label={t('time')}
          placeholder={t('timeHint')}
          maxLength={20}
          value={shown.time}
          aria-describedby={id}
          error={time.shown}
          onBlur={time.onLeave}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
      </div>
      <p id={id} className={classes.echo} aria-live="polite">
        {instant ? inWords(currentLanguage(), instant) : ''}
      </p>
    </fieldset>
  )
}
