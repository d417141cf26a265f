// The register of numbers of minutes: one host's of one year, every number in order, and to what it was given.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { civilDay } from '#functions/shared/time.ts'
import { count } from '#web/lib/format.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ToArchive } from '../ToArchive.tsx'
import './add-words.ts'
import classes from './Register.module.css'
import { RegisterFilters } from './RegisterFilters.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import { registerOf, useOwnRegister } from './register-queries.ts'
import { firstYear } from './register-sought.ts'

const presentYear = () => Number(civilDay(new Date(serverNow()).toISOString()).slice(0, 4))

export const RegisterPage = () => {
  const { t } = useTranslation('register')
  const navigate = useNavigate({ from: '/archive/register' })
  const sought = useSearch({ from: '/frame/archive/register' })
  const own = useOwnRegister()
  const unit = sought.unit ?? own ?? undefined
  const year = sought.year ?? presentYear()
  return (
    <Page>
      <ToArchive />
      <PageHead title={t('title')} lead={t('lead')} />
      <RegisterFilters
        unit={unit}
        year={year}
        onSeek={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      />
      {unit ? <Numbers unit={unit} year={year} /> : null}
      {!unit && own === null ? <Empty title={t('choose')} hint={t('chooseHint')} /> : null}
    </Page>
  )
}

const Numbers = ({ unit, year }: { unit: string; year: number }) => {
  const { t } = useTranslation('register')
  const { data, error, refetch, ...more } = useInfiniteQuery(registerOf(unit, year))
  const entries = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel
        title={t('ofYear', { year })}
        aside={
          <>
            {entries.length > 0 && !more.hasNextPage ? (
              <span>{t('many', { count: entries.length, shown: count(entries.length) })}</span>
            ) : null}
            <Years unit={unit} year={year} />
          </>
        }
        flush
      >
        {data || error ? null : <Waiting what={t('title').toLocaleLowerCase()} />}
        {data && entries.length === 0 ? <Empty title={t('none', { year })} hint={t('noneHint')} /> : null}
        {entries.length > 0 ? <RegisterTable entries={entries} /> : null}
      </Panel>
      <More {...more} />
    </>
  )
}

/** The years beside this one; none that is still to come. */
const Years = ({ unit, year }: { unit: string; year: number }) => {
  const { t } = useTranslation('register')
  const others = [year - 1, year + 1].filter((one) => one >= firstYear && one <= presentYear())
  return (
    <nav className={`${classes.years} no-print`} aria-label={t('turn')}>
      {others.map((one) => (
        <Link key={one} to="/archive/register" search={{ unit, year: one }} replace>
          {t('other', { year: one })}
        </Link>
      ))}
    </nav>
  )
}
