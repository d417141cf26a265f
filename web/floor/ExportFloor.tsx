// The turns at the floor as a workbook to take away.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#web/jobs/JobProgress.tsx'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import '#web/jobs/add-words.ts'

export const ExportFloor = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('jobs')
  const act = useAct(async (id: string, key) => {
    return (await api.conferences[':id'].floor.exports.$post({ param: { id } }, intent(key))).json()
  }, [])
  return (
    <div className="no-print">
      {act.error ? <ProblemNote error={act.error} /> : null}
      <Button
        variant="default"
        size="compact-sm"
        loading={act.isPending}
        onClick={() => act.mutate(conferenceId)}
      >
        {t('kind.floor export')}
      </Button>
      {act.data ? <JobProgress key={act.data.jobId} jobId={act.data.jobId} stale={[]} /> : null}
    </div>
  )
}
