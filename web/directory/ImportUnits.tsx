// Takes a table of units in: the file is looked into, tried out with every wrong row told, then recorded as a whole.
import { Button, FileButton, Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uploadFile } from '#web/contributions/upload-file.ts'
import { JobProgress } from '#web/jobs/JobProgress.tsx'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { directoryKey } from './directory-queries.ts'
import { ImportFigures } from './ImportFigures.tsx'
import classes from './Units.module.css'

const accept = '.xlsx,.csv'

/** The upload stays good for the run that records, after the one that tried. */
type Order = { uploadId: string; dryRun: boolean }

export const ImportUnits = () => {
  const { t } = useTranslation('directory')
  const [percent, setPercent] = useState(0)
  const [uploadId, setUploadId] = useState('')
  const start = useAct(
    async (json: Order, key) => (await api.units.imports.$post({ json }, intent(key))).json(),
    [],
  )
  const upload = useAct(async (file: File) => {
    setUploadId('')
    start.reset()
    const id = await uploadFile(file, (_stage, part) => setPercent(part))
    setUploadId(id)
    await start.mutateAsync({ uploadId: id, dryRun: true })
  }, [])
  const error = upload.error ?? start.error
  const tried = start.variables?.dryRun ?? false
  return (
    <Panel title={t('import.title')}>
      <div className={classes.stack}>
        <p>{t('import.how')}</p>
        {error ? <ProblemNote error={error} /> : null}
        <div className={classes.acts}>
          <FileButton accept={accept} onChange={(file) => file && upload.mutate(file)}>
            {(button) => (
              <Button {...button} variant="default" loading={upload.isPending}>
                {t('import.choose')}
              </Button>
            )}
          </FileButton>
        </div>
        {upload.isPending && percent > 0 ? (
          <Progress value={percent} size="xs" aria-label={t('import.title')} />
        ) : null}
        {start.data ? (
          <JobProgress
            key={start.data.jobId}
            jobId={start.data.jobId}
            stale={[directoryKey]}
            done={(job) => (
              <ImportFigures
                job={job}
                record={tried ? () => start.mutate({ uploadId, dryRun: false }) : undefined}
              />
            )}
          />
        ) : null}
      </div>
    </Panel>
  )
}
