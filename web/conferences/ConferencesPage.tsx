// My conferences: those under way, to come and past, as far as the address asks for them.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchLater } from '#web/lib/i18n/index.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ConferenceRow } from './ConferenceRow.tsx'
import classes from './ConferencesPage.module.css'
import { inStretches, isNarrowed } from './conference-list.ts'
import { conferencesSought } from './list-queries.ts'

/** Whoever opens the list sees it before the fields to filter it by. */
const Filters = lazy(async () => {
  const [filters] = await Promise.all([import('./scheduling/ConferenceFilters.tsx'), fetchLater()])
  return { default: filters.ConferenceFilters }
})

const NewConference = () => {
  const { t } = useTranslation()
  if (useMyUnits('secretariat').length === 0) return null
  return (
    <Button renderRoot={(props) => <Link to="/conferences/new" {...props} data-main-act />}>
      {t('conferences.schedule')}
    </Button>
  )
}

/** For those whose unit owns directives, or whose house gives them. */
const Directives = () => {
  const { t } = useTranslation()
  if (useMyUnits('secretariat').length + useMyUnits().length === 0) return null
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/directives" {...props} />}>
      {t('places.directives')}
    </Button>
  )
}

const Acts = () => (
  <div className={classes.acts}>
    <Directives />
    <NewConference />
  </div>
)

export const ConferencesPage = () => {
  const { t } = useTranslation()
  const sought = useSearch({ from: '/frame/conferences' })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    conferencesSought(sought),
  )
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const none = isNarrowed(sought)
    ? { title: t('conferences.unmatched'), hint: t('conferences.unmatchedHint') }
    : { title: t('conferences.none'), hint: t('conferences.noneHint') }
  return (
    <Page>
      <PageHead title={t('conferences.title')} act={<Acts />} />
      <Suspense fallback={<div className={classes.filters} />}>
        <Filters sought={sought} />
      </Suspense>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('places.conferences')} />}
      {data && items.length === 0 ? <Empty {...none} /> : null}
      {inStretches(items).map(({ stretch, items }) =>
        items.length > 0 ? (
          <Panel
            key={stretch}
            title={t(`conferences.${stretch}`)}
            aside={t('conferences.many', { count: items.length })}
            flush
          >
            <ul className={classes.list} data-rows>
              {items.map((conference) => (
                <ConferenceRow key={conference.id} conference={conference} />
              ))}
            </ul>
          </Panel>
        ) : null,
      )}
      {hasNextPage ? (
        <Button
          variant="default"
          className={classes.more}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      ) : null}
    </Page>
  )
}
