// The archive: sealed records, found by any name a unit has borne, with or without diacritics.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '#web/imports/add-words.ts'
import { useMe } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ArchiveSearch } from './ArchiveSearch.tsx'
import { recordsFound, type Sought } from './archive-queries.ts'
import { RecordsTable } from './RecordsTable.tsx'

export const ArchivePage = () => {
  const { t } = useTranslation()
  const sought = useSearch({ from: '/frame/archive' })
  const navigate = useNavigate({ from: '/archive' })
  const { data, error, refetch } = useQuery(recordsFound(sought))
  const router = useRouter()
  const seek = (next: Sought) => {
    // The pause after typing may end when a record was already clicked: that click wins.
    if (router.latestLocation.pathname === '/archive') void navigate({ search: next, replace: true })
  }
  return (
    <Page>
      <PageHead title={t('archive.title')} lead={t('archive.lead')} act={<ToImports />} />
      <ArchiveSearch sought={sought} onSeek={seek} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('archive.records')} flush>
        {data || error ? null : <Waiting what={t('places.archive')} />}
        {data?.items.length === 0 ? (
          <Empty
            title={sought.q ? t('archive.notFound', { q: sought.q }) : t('archive.none')}
            hint={sought.q ? t('archive.notFoundHint') : t('archive.noneHint')}
          />
        ) : null}
        {data && data.items.length > 0 ? <RecordsTable records={data.items} /> : null}
      </Panel>
    </Page>
  )
}

/** Only the archivist enters what is known from documents alone. */
const ToImports = () => {
  const { t } = useTranslation('imports')
  const { data } = useMe()
  if (!data?.grants.some(({ role }) => role === 'archivist')) return null
  return (
    <Link to="/archive/imports" className="no-print">
      {t('title')}
    </Link>
  )
}
