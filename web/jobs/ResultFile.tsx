// The file long work has made, to be saved by whoever asked for it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShownJob } from '#functions/jobs/schema.ts'
import { filing } from '#web/lib/api.ts'
import { fileSize } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Jobs.module.css'

type Made = { file?: { name: string; bytes: number } }

/** The address says `attachment`: the browser saves, and the page stays. */
const save = async (id: string): Promise<void> => {
  const json = { headers: { accept: 'application/json' } }
  const { url } = (await (await filing.jobs[':id'].result.$get({ param: { id } }, json)).json()) as {
    url: string
  }
  location.assign(url)
}

export const ResultFile = ({ job: { id, result } }: { job: Pick<ShownJob, 'id' | 'result'> }) => {
  const { t } = useTranslation('jobs')
  const saving = useAct(() => save(id), [])
  const { file } = (result ?? {}) as Made
  if (!file) return null
  return (
    <div className={classes.head}>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <span className={classes.name}>{file.name}</span>
      <span className={classes.quiet}>{fileSize(file.bytes)}</span>
      <Button
        variant="default"
        size="compact-sm"
        loading={saving.isPending}
        onClick={() => saving.mutate(undefined)}
      >
        {t('save')}
      </Button>
    </div>
  )
}
