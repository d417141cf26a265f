// What the version that stands changed of the one before it: paragraphs and words, then files.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Paragraph, Part } from '#functions/contributions/schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import text from './Contribution.module.css'
import { changesBetween } from './contribution-queries.ts'
import classes from './Files.module.css'

type Props = { param: { id: string; ctb: string }; from: number; to: number }

export const Changes = ({ param, from, to }: Props) => {
  const { t } = useTranslation()
  const title = t('contribution.changes', { number: from })
  const { data, error, refetch } = useQuery(changesBetween(param.id, param.ctb, from, to))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={title} />
  const changed = data.paragraphs.filter(({ kind }) => kind !== 'same')
  return (
    <Panel title={title}>
      <div className={text.text}>
        {changed.length === 0 ? t('contribution.changesNone') : null}
        {numbered(changed).map(([key, paragraph]) => (
          <Changed key={key} paragraph={paragraph} />
        ))}
      </div>
      <ul className={classes.list}>
        {data.files.removed.map(({ name, digest }) => (
          <li key={digest}>{t('contribution.fileRemoved', { name })}</li>
        ))}
        {data.files.added.map(({ name, digest }) => (
          <li key={digest}>{t('contribution.fileAdded', { name })}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** What never moves may be known by its place. */
const numbered = <T,>(list: readonly T[]): [string, T][] => list.map((one, at) => [String(at), one])

const Changed = ({ paragraph }: { paragraph: Paragraph }) => (
  <p>
    {numbered(paragraph.parts).map(([key, part]) => (
      <Words key={key} part={part} />
    ))}
  </p>
)

const Words = ({ part: { kind, text: words } }: { part: Part }) => {
  if (kind === 'added') return <ins className={classes.added}>{words}</ins>
  return kind === 'removed' ? <del className={classes.removed}>{words}</del> : words
}
