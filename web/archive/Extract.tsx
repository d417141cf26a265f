// A certified extract of one point or one contribution: asked for, followed while it is made, saved.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#web/jobs/JobProgress.tsx'
import { archive, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './add-record-words.ts'

type Props = {
  record: string
  /** Whose extract it is, for those who hear the button alone. */
  name: string
  member: { pointId: string } | { contributionId: string }
}

export const Extract = ({ record, name, member }: Props) => {
  const { t } = useTranslation('record')
  const act = useAct(
    async (_: undefined, key) =>
      (await archive[':record'].extracts.$post({ param: { record }, json: member }, intent(key))).json(),
    [],
  )
  if (act.data) return <JobProgress jobId={act.data.jobId} stale={[]} counts="bytes" />
  return (
    <>
      {act.error ? <ProblemNote error={act.error} /> : null}
      <Button
        variant="default"
        size="compact-sm"
        className="no-print"
        aria-label={t('extract.of', { name })}
        loading={act.isPending}
        onClick={() => act.mutate(undefined)}
      >
        {t('extract.act')}
      </Button>
    </>
  )
}
