// The minutes as they stand as a file: PDF to look at elsewhere, DOCX for those who work in Word.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#web/jobs/JobProgress.tsx'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './add-words.ts'
import classes from './Side.module.css'

export const SaveDraft = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('minutes')
  const act = useAct(
    async (format: 'pdf' | 'docx', key) =>
      (
        await api.conferences[':id'].minutes.exports.$post(
          { param: { id: conferenceId }, json: { format } },
          intent(key),
        )
      ).json(),
    [],
  )
  return (
    <Panel title={t('save.title')}>
      <div className={classes.stack}>
        {act.error ? <ProblemNote error={act.error} /> : null}
        <div className={classes.tools}>
          {(['pdf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              size="compact-sm"
              variant="default"
              loading={act.isPending && act.variables === format}
              onClick={() => act.mutate(format)}
            >
              {t(`save.${format}`)}
            </Button>
          ))}
        </div>
        {act.data ? <JobProgress key={act.data.jobId} jobId={act.data.jobId} stale={[]} /> : null}
      </div>
    </Panel>
  )
}
