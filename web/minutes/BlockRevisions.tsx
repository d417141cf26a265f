// The wordings of the chosen paragraph: who changed it and when, and any two of them compared word by word.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '#functions/minutes/schema.ts'
import type { Revision } from '#functions/minutes/workflow.schema.ts'
import { Words } from '#web/contributions/ChangedWords.tsx'
import '#web/conferences/secretariat/add-words.ts'
import { moment } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import classes from './Side.module.css'
import { comparisonOf, revisionsOf } from './work-queries.ts'

type Props = { conferenceId: string; block: Block | undefined }

export const BlockRevisions = ({ conferenceId, block }: Props) => {
  const { t } = useTranslation('minutes')
  if (!block) return <Empty title={t('evidence.none')} hint={t('block.choose')} />
  return <Row key={block.id} conferenceId={conferenceId} block={block} />
}

const Row = ({ conferenceId, block }: { conferenceId: string; block: Block }) => {
  const { t } = useTranslation('minutes')
  const { data, error, refetch } = useQuery(revisionsOf(conferenceId, block.id, block.version))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('tab.revisions')} rows={3} />
  return (
    <div className={classes.stack}>
      <ol className={classes.events} reversed aria-label={t('revision.list')}>
        {data.items.map((revision) => (
          <li key={revision.version}>
            <b>{nameOf(revision, t)}</b>
            {revision.by && revision.at ? (
              <span>{t('revision.by', { name: revision.by.name, at: moment(revision.at) })}</span>
            ) : null}
          </li>
        ))}
      </ol>
      {data.items.length > 1 ? (
        <Compare key={block.version} conferenceId={conferenceId} block={block.id} revisions={data.items} />
      ) : (
        <p className={classes.told}>{t('revision.only')}</p>
      )}
    </div>
  )
}

type Say = ReturnType<typeof useTranslation<'minutes'>>['t']

const nameOf = ({ version, act }: Pick<Revision, 'version' | 'act'>, t: Say): string =>
  `${t('revision.one', { version })} · ${t(`revision.act.${act}`)}`

type CompareProps = { conferenceId: string; block: string; revisions: readonly Revision[] }

const Compare = ({ conferenceId, block, revisions }: CompareProps) => {
  const { t } = useTranslation('minutes')
  const [from, setFrom] = useState(revisions[1]?.version ?? 1)
  const [to, setTo] = useState(revisions[0]?.version ?? 1)
  const { data, error } = useQuery(comparisonOf(conferenceId, block, from, to))
  const choices = revisions.map((one) => ({ value: String(one.version), label: nameOf(one, t) }))
  const same = data?.paragraphs.every(({ kind }) => kind === 'same')
  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          label={t('revision.from')}
          value={String(from)}
          data={choices}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('revision.to')}
          value={String(to)}
          data={choices}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </div>
      {error ? <ProblemNote error={error} /> : null}
      {same ? <p className={classes.told}>{t('revision.same')}</p> : null}
      {data && !same ? (
        <div className={classes.changed}>
          {data.paragraphs.map(({ parts }, at) => (
            <p key={String(at)}>
              <Words parts={parts} />
            </p>
          ))}
        </div>
      ) : null}
    </>
  )
}
