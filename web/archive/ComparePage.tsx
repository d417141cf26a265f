// Two sealed records beside each other: what an addendum says that the minutes it takes the place of do not, word by word.
import { Checkbox, NativeSelect } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordComparison } from '#functions/archive/sheet.schema.ts'
import { Words } from '#web/contributions/ChangedWords.tsx'
import changes from '#web/contributions/Changes.module.css'
import '#web/conferences/secretariat/add-words.ts'
import '#web/ui/checkbox.css'
import { moment } from '#web/lib/format.ts'
import { leadsNowhere } from '#web/lib/problem.ts'
import back from '#web/ui/BackLink.module.css'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-record-words.ts'
import { comparedWith } from './record-queries.ts'
import { ToArchive } from './ToArchive.tsx'

type View = 'inline' | 'sides'

export const ComparePage = () => {
  const { t } = useTranslation('record')
  const { record, other } = useParams({ from: '/frame/archive/$record/compare/$other' })
  const { data, error, refetch } = useQuery(comparedWith(record, other))
  if (error && !data && leadsNowhere(error))
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <ToArchive />
      </LoadProblem>
    )
  return (
    <Page>
      <Link to="/archive/$record" params={{ record }} className={`${back.back} no-print`}>
        <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
        {t('compare.back')}
      </Link>
      <PageHead
        title={t('compare.title')}
        {...(data?.reason ? { lead: t('versions.reason', { reason: data.reason }) } : {})}
      />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('compare.what')} />}
      {data ? <Compared told={data} /> : null}
    </Page>
  )
}

const Compared = ({ told }: { told: RecordComparison }) => {
  const { t } = useTranslation('record')
  const [view, setView] = useState<View>('sides')
  const [only, setOnly] = useState(true)
  const differing = told.paragraphs.filter(({ kind }) => kind !== 'same')
  const shown = only ? differing : told.paragraphs
  return (
    <Panel title={t('compare.words')}>
      <div className={`${changes.tools} no-print`}>
        <NativeSelect
          label={t('compare.view')}
          value={view}
          onChange={(event) => setView(event.currentTarget.value === 'inline' ? 'inline' : 'sides')}
          data={(['sides', 'inline'] as const).map((value) => ({ value, label: t(`compare.${value}`) }))}
        />
        <Checkbox
          label={t('compare.only')}
          checked={only}
          onChange={(event) => setOnly(event.currentTarget.checked)}
          mt={28}
        />
      </div>
      {differing.length === 0 ? <p>{t('compare.same')}</p> : null}
      {view === 'inline' ? <Inline paragraphs={shown} /> : <Sides told={told} paragraphs={shown} />}
    </Panel>
  )
}

type Paragraphs = RecordComparison['paragraphs']

/** What never moves may be known by its place. */
const numbered = (list: Paragraphs): [string, Paragraphs[number]][] =>
  list.map((one, at) => [String(at), one])

const Inline = ({ paragraphs }: { paragraphs: Paragraphs }) => (
  <div className={changes.text} lang="vi">
    {numbered(paragraphs).map(([key, { parts }]) => (
      <p key={key}>
        <Words parts={parts} />
      </p>
    ))}
  </div>
)

const Sides = ({ told, paragraphs }: { told: RecordComparison; paragraphs: Paragraphs }) => {
  const { t } = useTranslation('record')
  const sides = ['from', 'to'] as const
  return (
    <table className={changes.sides}>
      <thead>
        <tr>
          {sides.map((side) => (
            <th key={side} scope="col">
              {told[side].number
                ? t('compare.sealed', { number: told[side].number, at: moment(told[side].sealedAt) })
                : t('compare.unnumbered', { at: moment(told[side].sealedAt) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody lang="vi">
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
