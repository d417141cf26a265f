// What of a record can be taken away: the files printed from it, its own bytes, and the package for those who may have it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSheet } from '#functions/archive/sheet.schema.ts'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { archive, intent } from '#web/lib/api.ts'
import { fileSize } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './add-record-words.ts'
import classes from './Record.module.css'

/** A nation's annexes are a file a province: the first few are shown. */
const firstFiles = 6

const asJson = { headers: { accept: 'application/json' } }

/** The address says `attachment`: the browser saves, and the page stays. */
const follow = async (answer: Promise<Response>): Promise<void> => {
  const { url } = (await (await answer).json()) as { url: string }
  location.assign(url)
}

type Wanted = { sha256?: string }

export const TakeAway = ({ sheet }: { sheet: RecordSheet }) => {
  const { t } = useTranslation('record')
  const { id: record, documents, bytes } = sheet
  const [all, setAll] = useState(false)
  const saving = useAct(
    ({ sha256 }: Wanted) =>
      follow(
        sha256
          ? archive[':record'].documents[':sha256'].$get({ param: { record, sha256 } }, asJson)
          : archive[':record'].file.$get({ param: { record } }, asJson),
      ),
    [],
  )
  const shown = all ? documents : documents.slice(0, firstFiles)
  const more = documents.length > shown.length
  return (
    <Panel title={t('take.title')}>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      {documents.length === 0 ? <p className={classes.quiet}>{t('take.none')}</p> : null}
      <ul className={classes.files}>
        {shown.map(({ path, title, bytes: size, sha256 }) => (
          <File key={path} path={path} title={title} size={size} onSave={() => saving.mutate({ sha256 })} />
        ))}
        <File path="record.json" title={t('take.json')} size={bytes} onSave={() => saving.mutate({})} />
      </ul>
      {more ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('take.more', { count: documents.length, shown: documents.length })}
        </Button>
      ) : null}
      <Package sheet={sheet} />
    </Panel>
  )
}

type FileProps = { path: string; title: string; size: number; onSave: () => void }

const File = ({ path, title, size, onSave }: FileProps) => {
  const { t } = useTranslation('record')
  const type = path.slice(path.lastIndexOf('.') + 1).toUpperCase()
  return (
    <li>
      <button
        type="button"
        onClick={onSave}
        aria-label={t('take.save', { title, type, size: fileSize(size) })}
      >
        {title}
      </button>
      <span className={classes.quiet}>
        {type} · {fileSize(size)}
      </span>
    </li>
  )
}

const Package = ({ sheet: { id: record, conferenceId, hostUnitId } }: { sheet: RecordSheet }) => {
  const { t } = useTranslation('record')
  const may = useMay({ id: conferenceId, hostUnitId })
  if (!may('archive:package')) return null
  return (
    <section className={classes.package} aria-label={t('take.package')}>
      <h3>{t('take.package')}</h3>
      <p className={classes.quiet}>{t('take.packageHint')}</p>
      <MakeFile
        choices={[{ order: 'package', label: t('take.make') }]}
        start={async (_, key) =>
          (await archive[':record'].packages.$post({ param: { record } }, intent(key))).json()
        }
        counts="bytes"
      />
    </section>
  )
}
