// Long work while one waits for it: how far it is, what was wrong with which row, its file, and its end before time.
import { Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { count, fileSize } from '#web/lib/format.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { CancelJob } from './CancelJob.tsx'
import { JobFailure } from './JobFailure.tsx'
import { JobState } from './JobState.tsx'
import classes from './Jobs.module.css'
import { isOver, oneJob } from './job-queries.ts'
import { ResultFile } from './ResultFile.tsx'
import { RowErrors } from './RowErrors.tsx'
import './add-words.ts'

type Props = {
  jobId: string
  /** Query keys of what the work changes: asked anew once it is over. */
  stale: readonly (readonly unknown[])[]
  /** What to say of its result once it is done. */
  done?: (job: ShownJob) => React.ReactNode
  /** What its progress is told in, where that is not rows. */
  counts?: 'bytes'
}

export const JobProgress = ({ jobId, stale, done, counts }: Props) => {
  const { data: job, error, refetch } = useQuery(oneJob(jobId))
  const client = useQueryClient()
  const over = job !== undefined && isOver(job)
  // By value: callers write the keys anew at each draw.
  const keys = JSON.stringify(stale)
  useEffect(() => {
    if (!over) return
    for (const queryKey of JSON.parse(keys)) void client.invalidateQueries({ queryKey })
  }, [over, client, keys])
  if (!job) return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Bar percent={0} />
  return (
    <div className={classes.stack}>
      <div className={classes.head}>
        <JobState job={job} />
        <Counted job={job} said={counts === 'bytes' ? fileSize : count} />
        {over ? null : <CancelJob job={job} />}
      </div>
      {over ? null : <Bar percent={job.total ? (100 * job.done) / job.total : 0} />}
      <JobFailure job={job} />
      <RowErrors job={job} />
      {job.state === 'done' ? <ResultFile job={job} /> : null}
      {job.state === 'done' ? done?.(job) : null}
    </div>
  )
}

const Bar = ({ percent }: { percent: number }) => {
  const { t } = useTranslation('jobs')
  return <Progress value={percent} size="sm" aria-label={t('progress')} animated={percent === 0} />
}

const Counted = ({ job: { done, total }, said }: { job: ShownJob; said: (value: number) => string }) => {
  const { t } = useTranslation('jobs')
  if (!total) return null
  return <span role="status">{t('counted', { done: said(done), total: said(total) })}</span>
}
