// How far a long work is, until it is over.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#web/lib/problem.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from '../conference-queries.ts'
import classes from './scheduling.module.css'
import { jobOf } from './scheduling-queries.ts'

/** @param what says what is being done */
export const JobProgress = ({ job, what, conference }: { job: string; what: string; conference: string }) => {
  const { t } = useTranslation('scheduling')
  const client = useQueryClient()
  const { data, error } = useQuery(jobOf(job))
  const over = data?.finishedAt
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: conferenceKey(conference) })
  }, [over, client, conference])
  if (error) return <ProblemNote error={error} />
  if (data?.failure) {
    const { title, detail } = data.failure
    return (
      <ProblemNote error={new ApiProblem('internal-error', 0, { title, ...(detail ? { detail } : {}) })} />
    )
  }
  const { done = 0, total = 0 } = data ?? {}
  return (
    <div className={classes.job}>
      <p role="status">{over ? t('job.done', { what }) : t('job.running', { what, done, total })}</p>
      {over ? null : (
        <progress className={classes.progress} value={done} max={total || 1} aria-label={what} />
      )}
    </div>
  )
}
