// A file that long work makes: what orders it, then how far it is, its end before time, and the file to be saved.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { JobProgress } from './JobProgress.tsx'
import classes from './Jobs.module.css'
import { isOver, oneJob } from './job-queries.ts'
import './add-words.ts'

type Choice<Order> = {
  order: Order
  label: string
  /** What those hear to whom the button stands for itself. */
  said?: string
  quiet?: boolean
}

type Props<Order> = {
  choices: readonly Choice<Order>[]
  /** Asks for the file. */
  start: (order: Order, key: string) => Promise<{ jobId: string }>
  /** Why none can be ordered yet. */
  not?: string | undefined
  /** What its progress is told in, where that is not rows. */
  counts?: 'bytes'
}

/** One at a time: the next may be ordered when this one is made, or was stopped. */
const useRunning = (jobId: string | undefined): boolean => {
  const { data } = useQuery({ ...oneJob(jobId ?? ''), enabled: jobId !== undefined })
  return jobId !== undefined && !(data && isOver(data))
}

/** Orders are written anew at each draw. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export const MakeFile = <Order,>({ choices, start, not, counts }: Props<Order>) => {
  const { t } = useTranslation('jobs')
  const act = useAct(start, [])
  const jobId = act.data?.jobId
  const running = useRunning(jobId)
  return (
    <div className={`${classes.stack} no-print`}>
      {act.error ? <ProblemNote error={act.error} /> : null}
      <div className={classes.head}>
        {choices.map(({ order, label, said, quiet }) => (
          <Button
            key={label}
            variant={quiet ? 'subtle' : 'default'}
            size="compact-sm"
            aria-label={said}
            disabled={not !== undefined || running}
            loading={act.isPending && isSame(act.variables, order)}
            onClick={() => act.mutate(order)}
          >
            {label}
          </Button>
        ))}
        {not ? <span className={classes.quiet}>{not}</span> : null}
      </div>
      {jobId ? (
        <section aria-label={t('file')}>
          <JobProgress key={jobId} jobId={jobId} stale={[]} {...(counts ? { counts } : {})} />
        </section>
      ) : null}
    </div>
  )
}
