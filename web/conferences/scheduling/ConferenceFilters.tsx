// Which conferences the list shows: which stretch of their life, words of the title, form, period; kept in the address.
import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/lib/useMe.ts'
import { DayFilter } from '#web/ui/when/DayField.tsx'
import { formNames, readSought, type Sought, type Stretch } from '../conference-list.ts'
import classes from './ConferenceFilters.module.css'
import './add-words.ts'

const pauseMs = 250

const UnitFilter = lazy(async () => {
  const { UnitField } = await import('#web/directory/UnitField.tsx')
  return { default: UnitField }
})

/** Those who look after all units have no conferences of their own: they name whose they want. */
const useOversees = () => {
  const { data } = useMe()
  return data?.grants.some(({ role }) => role === 'administrator' || role === 'archivist') ?? false
}

const stretches: (Stretch | undefined)[] = [undefined, 'now', 'coming', 'past']

const Stretches = ({ sought }: { sought: Sought }) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation().t
  const { in: _, ...rest } = sought
  return (
    <nav className={classes.stretches} aria-label={t('filter.stretches')}>
      {stretches.map((stretch) => (
        <Link
          key={stretch ?? 'all'}
          to="/conferences"
          search={stretch ? { ...rest, in: stretch } : rest}
          className={classes.stretch}
          aria-current={sought.in === stretch ? 'page' : 'false'}
          activeProps={{}}
        >
          {stretch ? common(`conferences.${stretch}`) : t('filter.all')}
        </Link>
      ))}
      <Link to="/archive" className={classes.stretch}>
        {t('filter.sealed')}
      </Link>
    </nav>
  )
}

export const ConferenceFilters = ({ sought }: { sought: Sought }) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation().t
  const navigate = useNavigate()
  const oversees = useOversees()
  const id = useId()
  const ask = (change: Record<string, unknown>) =>
    void navigate({ to: '/conferences', search: readSought({ ...sought, ...change }), replace: true })
  const askLater = useDebouncedCallback(ask, pauseMs)
  return (
    <search className="no-print">
      <Stretches sought={sought} />
      <form
        className={classes.fields}
        aria-label={common('conferences.filters')}
        onSubmit={(event) => event.preventDefault()}
      >
        <TextInput
          id={`${id}-q`}
          type="search"
          label={t('filter.words')}
          defaultValue={sought.q ?? ''}
          maxLength={200}
          onChange={(event) => askLater({ q: event.currentTarget.value })}
          data-search
        />
        <NativeSelect
          label={t('field.form')}
          value={sought.form ?? ''}
          onChange={(event) => ask({ form: event.currentTarget.value })}
          data={[
            { value: '', label: t('filter.anyForm') },
            ...formNames.map((form) => ({ value: form, label: common(`form.${form}`) })),
          ]}
        />
        <DayFilter label={t('filter.from')} day={sought.from} onDay={(from) => ask({ from })} />
        <DayFilter label={t('filter.to')} day={sought.to} onDay={(to) => ask({ to })} />
        {oversees ? (
          <Suspense fallback={null}>
            <UnitFilter
              label={t('filter.unit')}
              value={sought.unit ?? ''}
              onChange={(unit) => ask({ unit })}
            />
          </Suspense>
        ) : null}
      </form>
    </search>
  )
}
