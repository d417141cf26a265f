// What one version changed of another: paragraphs and words, then files; inline, or both versions beside each other.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '#functions/contributions/schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { type Side, Words } from './ChangedWords.tsx'
import classes from './Changes.module.css'
import { changesBetween } from './contribution-queries.ts'
import '#web/conferences/secretariat/add-words.ts'

type View = 'inline' | 'sides'
type Props = { param: { id: string; ctb: string }; numbers: readonly number[] }

/** @param numbers of the versions there are, at least two, the oldest first */
export const Changes = ({ param, numbers }: Props) => {
  const { t } = useTranslation('secretariat')
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({})
  const [view, setView] = useState<View>('inline')
  const from = chosen.from ?? numbers.at(-2) ?? 1
  const to = chosen.to ?? numbers.at(-1) ?? 1
  const { data, error, refetch } = useQuery(changesBetween(param.id, param.ctb, from, to))
  const choices = numbers.map((number) => ({ value: String(number), label: t('review.version', { number }) }))
  return (
    <Panel title={t('review.compare')}>
      <div className={`${classes.tools} no-print`}>
        {(['from', 'to'] as const).map((end) => (
          <NativeSelect
            key={end}
            label={t(`review.${end}`)}
            value={String(end === 'from' ? from : to)}
            onChange={(event) => setChosen({ ...chosen, [end]: Number(event.currentTarget.value) })}
            data={choices}
          />
        ))}
        <NativeSelect
          label={t('review.view')}
          value={view}
          onChange={(event) => setView(event.currentTarget.value === 'sides' ? 'sides' : 'inline')}
          data={(['inline', 'sides'] as const).map((one) => ({ value: one, label: t(`review.${one}`) }))}
        />
      </div>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('review.compare')} rows={3} />}
      {data ? <Found comparison={data} view={view} /> : null}
    </Panel>
  )
}

/** What never moves may be known by its place. */
const numbered = <T,>(list: readonly T[]): [string, T][] => list.map((one, at) => [String(at), one])

const Found = ({ comparison, view }: { comparison: Comparison; view: View }) => {
  const { t } = useTranslation()
  const { title, paragraphs, files } = comparison
  const all = [{ kind: 'changed' as const, parts: title }, ...paragraphs]
  const changed = all.filter(({ parts }) => parts.some(({ kind }) => kind !== 'same'))
  const nothing = changed.length === 0 && files.added.length === 0 && files.removed.length === 0
  if (nothing) return <p>{t('contribution.changesNone')}</p>
  return (
    <>
      {view === 'inline' ? (
        <div className={classes.text}>
          {numbered(changed).map(([key, { parts }]) => (
            <p key={key}>
              <Words parts={parts} />
            </p>
          ))}
        </div>
      ) : (
        <BothSides comparison={comparison} paragraphs={all} />
      )}
      <ul className={classes.files}>
        {files.removed.map(({ name, digest }) => (
          <li key={digest}>− {t('contribution.fileRemoved', { name })}</li>
        ))}
        {files.added.map(({ name, digest }) => (
          <li key={digest}>+ {t('contribution.fileAdded', { name })}</li>
        ))}
      </ul>
    </>
  )
}

type SidesProps = { comparison: Comparison; paragraphs: Comparison['paragraphs'] }

const BothSides = ({ comparison, paragraphs }: SidesProps) => {
  const { t } = useTranslation('secretariat')
  const sides: Side[] = ['from', 'to']
  return (
    <table className={classes.sides}>
      <thead>
        <tr>
          {sides.map((side) => (
            <th key={side} scope="col">
              {t('review.version', { number: comparison[side === 'from' ? 'from' : 'to'].number })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(paragraphs).map(([key, { kind, parts }]) => (
          <tr key={key} data-kind={kind}>
            {sides.map((side) => (
              <td key={side}>
                <Words parts={parts} side={side} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
