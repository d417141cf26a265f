// The records of the days chosen above as a table to take away.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#web/jobs/JobProgress.tsx'
import { archive, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from '../Record.module.css'
import './add-words.ts'

type Sought = { from?: string | undefined; to?: string | undefined; unit?: string | undefined }

/** Midnight of a civil day in Việt Nam, as the instant it is. */
const instantOf = (day: string, daysLater = 0) =>
  new Date(Date.parse(`${day}T00:00:00+07:00`) + daysLater * 86_400_000).toISOString()

export const ExportRecords = ({ sought: { from, to, unit } }: { sought: Sought }) => {
  const { t } = useTranslation('keeping')
  const may = useHolds('archivist', 'secretariat')
  const act = useAct(async (json: { from: string; to: string; unit?: string }, key) => {
    return (await archive.exports.$post({ json }, intent(key))).json()
  }, [])
  if (!may) return null
  const order = () => {
    if (from && to) act.mutate({ from: instantOf(from), to: instantOf(to, 1), ...(unit ? { unit } : {}) })
  }
  return (
    <div className={`${classes.side} no-print`}>
      {act.error ? <ProblemNote error={act.error} /> : null}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          disabled={!from || !to}
          loading={act.isPending}
          onClick={order}
        >
          {t('csv')}
        </Button>
        {from && to ? null : <p className={classes.quiet}>{t('csvHint')}</p>}
      </div>
      {act.data ? <JobProgress key={act.data.jobId} jobId={act.data.jobId} stale={[]} /> : null}
    </div>
  )
}
