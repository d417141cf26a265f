// One piece of long work: what it is, who started it, how far it is.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { moment } from '#web/lib/format.ts'
import back from '#web/ui/BackLink.module.css'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { JobProgress } from './JobProgress.tsx'
import { oneJob } from './job-queries.ts'
import { useKindWord } from './useKindWord.ts'
import './add-words.ts'

export const JobPage = () => {
  const { t } = useTranslation('jobs')
  const word = useKindWord()
  const { job: id } = useParams({ from: '/frame/jobs/$job' })
  const { data } = useQuery(oneJob(id))
  const lead = data ? t('started', { at: moment(data.queuedAt), by: data.startedBy }) : undefined
  return (
    <Page>
      <Link to="/jobs" className={back.back}>
        {t('title')}
      </Link>
      <PageHead title={data ? word(data.kind) : t('title')} {...(lead ? { lead } : {})} />
      <Panel title={t('progress')}>
        <JobProgress jobId={id} stale={[]} />
      </Panel>
    </Page>
  )
}
