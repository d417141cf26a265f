// The long work one has started, newest first.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { count, moment } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import table from '#web/ui/table.module.css'
import { Waiting } from '#web/ui/Waiting.tsx'
import { JobState } from './JobState.tsx'
import { myJobs } from './job-queries.ts'
import { useKindWord } from './useKindWord.ts'
import './add-words.ts'

export const JobsPage = () => {
  const { t } = useTranslation('jobs')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(myJobs)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('list')} flush>
        {data || error ? null : <Waiting what={t('title').toLocaleLowerCase()} />}
        {data && items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : null}
        {items.length > 0 ? <JobsTable jobs={items} /> : null}
      </Panel>
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </Page>
  )
}

const JobsTable = ({ jobs }: { jobs: readonly ShownJob[] }) => {
  const { t } = useTranslation('jobs')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.at')}</th>
          <th scope="col" className={table.number}>
            {t('column.done')}
          </th>
          <th scope="col" className={table.number}>
            {t('column.errors')}
          </th>
          <th scope="col">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody data-rows>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </tbody>
    </table>
  )
}

const JobRow = ({ job }: { job: ShownJob }) => {
  const word = useKindWord()
  const { id, kind, queuedAt, done, total, errorCount } = job
  return (
    <tr>
      <td>
        <Link to="/jobs/$job" params={{ job: id }} className={table.link}>
          {word(kind)}
        </Link>
      </td>
      <td className={table.nowrap}>{moment(queuedAt)}</td>
      <td className={table.number}>{total ? `${count(done)}/${count(total)}` : ''}</td>
      <td className={table.number}>{errorCount ? count(errorCount) : ''}</td>
      <td className={table.nowrap}>
        <JobState job={job} />
      </td>
    </tr>
  )
}
