// The archive: sealed records and contributions, found as one types, by any name a unit has borne, with or without diacritics.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { More } from '#web/ui/More.tsx'
import '#web/imports/add-words.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ArchiveSearch } from './ArchiveSearch.tsx'
import { archiveFound } from './archive-queries.ts'
import { Findings } from './Findings.tsx'
import { Hits } from './Hits.tsx'
import { ExportRecords } from './keeping/ExportRecords.tsx'
import './register/add-words.ts'
import classes from './Search.module.css'
import { isNarrowed, type Sought } from './sought.ts'
import './add-words.ts'

/** What changes of what is sought goes into the address, in place of what stood there. */
const useSeek = () => {
  const navigate = useNavigate({ from: '/archive' })
  const router = useRouter()
  return (change: Partial<Sought>) => {
    // The pause after typing may end when a result was already clicked: that click wins.
    if (router.latestLocation.pathname !== '/archive') return
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  }
}

export const ArchivePage = () => {
  const { t } = useTranslation('archive')
  const common = useTranslation().t
  const sought = useSearch({ from: '/frame/archive' })
  const seek = useSeek()
  const { data, error, refetch, isPlaceholderData, ...more } = useInfiniteQuery(archiveFound(sought))
  const [first] = data?.pages ?? []
  const hits = data?.pages.flatMap(({ items }) => items) ?? []
  const asks = Boolean(sought.q) || isNarrowed(sought)
  return (
    <Page>
      <PageHead title={common('archive.title')} lead={t('lead')} act={<Elsewhere />} />
      <ArchiveSearch sought={sought} onSeek={seek} />
      <ExportRecords sought={sought} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {first && (asks || first.total > 0) ? <Findings found={first} sought={sought} onSeek={seek} /> : null}
      <Panel title={t('list')} flush>
        {data || error ? null : <Waiting what={t('seeking')} />}
        {first && hits.length === 0 ? (
          <Empty title={asks ? t('none') : t('empty')} hint={asks ? t('noneHint') : t('emptyHint')} />
        ) : null}
        {hits.length > 0 ? <Hits hits={hits} stale={isPlaceholderData} /> : null}
      </Panel>
      <More {...more} />
    </Page>
  )
}

/** What else there is of the archive, for whoever may see it: only the archivist enters what is known from documents alone. */
const Elsewhere = () => {
  const imports = useTranslation('imports').t
  const register = useTranslation('register').t
  const enters = useHolds('archivist')
  const reads = useHolds('archivist', 'secretariat', 'administrator')
  return (
    <nav className={`${classes.elsewhere} no-print`} aria-label={useTranslation('archive').t('elsewhere')}>
      {reads ? <Link to="/archive/register">{register('title')}</Link> : null}
      {enters ? <Link to="/archive/imports">{imports('title')}</Link> : null}
    </nav>
  )
}
