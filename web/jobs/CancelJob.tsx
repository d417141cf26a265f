// Asks long work to end before its time; what it has recorded until then stays.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { jobsKey } from './job-queries.ts'

export const CancelJob = ({ job: { id, cancelAsked } }: { job: Pick<ShownJob, 'id' | 'cancelAsked'> }) => {
  const { t } = useTranslation('jobs')
  const act = useAct(
    (_: undefined, key) => api.jobs[':id'].cancel.$post({ param: { id } }, intent(key)),
    [jobsKey],
  )
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        disabled={cancelAsked}
        loading={act.isPending}
        onClick={() => act.mutate(undefined)}
      >
        {t('cancel')}
      </Button>
      {act.error ? <ProblemNote error={act.error} /> : null}
    </>
  )
}
