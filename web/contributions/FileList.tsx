// The files of the version that stands, each with its size and hash, to be saved by whoever may read them.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { filing } from '#web/lib/api.ts'
import { fileSize } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Files.module.css'

type Props = {
  param: { id: string; ctb: string }
  files: readonly { name: string; digest: string; bytes: number }[]
}

/** The address says `attachment`: the browser saves, and the page stays. */
const save = async (param: Props['param'], digest: string): Promise<void> => {
  const one = filing.conferences[':id'].contributions[':ctb'].files[':digest']
  const answer = await one.$get({ param: { ...param, digest } }, { headers: { accept: 'application/json' } })
  const { url } = (await answer.json()) as { url: string }
  location.assign(url)
}

export const FileList = ({ param, files }: Props) => {
  const { t } = useTranslation()
  const saving = useAct((digest: string) => save(param, digest), [])
  return (
    <Panel title={t('contribution.files')}>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <ul className={classes.list}>
        {files.map(({ name, digest, bytes }) => (
          <li key={digest} className={classes.chosen}>
            <span className={classes.name}>{name}</span>
            <span className={classes.stage}>{fileSize(bytes)}</span>
            <Button variant="default" size="xs" onClick={() => saving.mutate(digest)}>
              {t('contribution.file.save')}
            </Button>
            <span className={classes.hash}>{digest}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
