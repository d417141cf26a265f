// What an import did, or would do: units added, changed, left as they were, and columns it did not know.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportFigures as Figures } from '#functions/directory/unit-jobs.schema.ts'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { count } from '#web/lib/format.ts'
import classes from './Units.module.css'

type Props = { job: Pick<ShownJob, 'result'>; record: (() => void) | undefined }

/** @param record what was tried out becomes so; missing once it is */
export const ImportFigures = ({ job, record }: Props) => {
  const { t } = useTranslation('directory')
  const { added, changed, unchanged, ignoredColumns } = job.result as Figures
  return (
    <div className={classes.stack}>
      <p role="status">
        {t(record ? 'import.would' : 'import.did', {
          added: count(added),
          changed: count(changed),
          unchanged: count(unchanged),
        })}
      </p>
      {ignoredColumns.length > 0 ? (
        <p>{t('import.ignored', { columns: ignoredColumns.join(', ') })}</p>
      ) : null}
      {record && added + changed > 0 ? (
        <div>
          <Button onClick={record}>{t('import.record')}</Button>
        </div>
      ) : null}
    </div>
  )
}
