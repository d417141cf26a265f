// Who has answered: unit by unit the letter, the answer and the delegation; those that owe one are reminded from here.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import { saveFile } from '#web/lib/save-file.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { Pills } from '#web/ui/Pills.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useConference } from '../useConference.ts'
import './add-words.ts'
import classes from './Answers.module.css'
import { AnswersTable } from './AnswersTable.tsx'
import { asCsv, chosenLines, type Filter, filters, joined, passes } from './answer-lines.ts'
import { answersOf, invitationsOf } from './desk-queries.ts'
import { RemindPanel } from './RemindPanel.tsx'
import { useAnswerRow } from './useAnswerRow.ts'

/** So many rows are drawn at first; a nationwide conference has 3,353. */
const firstRows = 200

export const AnswersPage = () => {
  const { t } = useTranslation('secretariat')
  const conference = useConference()
  const { id } = conference
  const answers = useQuery(answersOf(id))
  const letters = useQuery(invitationsOf(id))
  const [sought, setSought] = useState('')
  const [filter, setFilter] = useState<Filter>('owing')
  const [most, setMost] = useState(firstRows)
  const row = useAnswerRow()
  const lines = joined(answers.data?.items ?? [], letters.data?.items ?? [])
  const chosen = chosenLines(lines, filter, sought)
  const failed = letters.error ?? answers.error
  const print = () => {
    flushSync(() => setMost(Number.POSITIVE_INFINITY))
    window.print()
  }
  const download = () => {
    const csv = asCsv([row.head, ...chosen.map(row.cells)])
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${t('answers.file')}.csv`)
  }
  const waiting = !answers.data && !answers.error
  return (
    <Page>
      {failed ? (
        <ProblemNote
          error={failed}
          onRetry={() => void Promise.all([answers.refetch(), letters.refetch()])}
        />
      ) : null}
      <RemindPanel conference={conference} owing={letters.data?.totals.unanswered} />
      <div className={`${classes.tools} no-print`}>
        <SearchField label={t('answers.search')} value={sought} onChange={setSought} />
        <Pills
          label={t('answers.filter.label')}
          pills={filters.map((one) => ({
            value: one,
            word: t(`answers.filter.${one}`),
            many: lines.filter((line) => passes(line, one)).length,
          }))}
          chosen={filter}
          onChoose={(value) => setFilter(filters.find((one) => one === value) ?? 'all')}
        />
        <div className={classes.acts}>
          <Button variant="default" disabled={chosen.length === 0} onClick={print}>
            {t('answers.print')}
          </Button>
          <Button variant="default" disabled={chosen.length === 0} onClick={download}>
            {t('answers.export')}
          </Button>
        </div>
      </div>
      <Panel
        title={t('answers.title')}
        aside={
          <>
            <span>{t(`answers.filter.${filter}`)}</span>
            {answers.data ? <span>{t('answers.at', { at: hourMinute(answers.data.at) })}</span> : null}
          </>
        }
        flush
      >
        {waiting ? <Waiting what={t('answers.title')} rows={12} /> : null}
        {answers.data && lines.length === 0 ? (
          <Empty title={t('answers.noPoints')} hint={t('answers.noPointsHint')} />
        ) : null}
        {lines.length > 0 && chosen.length === 0 ? (
          <Empty title={t('answers.none')} hint={t('answers.noneHint')} />
        ) : null}
        {chosen.length > 0 ? <AnswersTable conferenceId={id} lines={chosen.slice(0, most)} /> : null}
      </Panel>
      {chosen.length > most ? (
        <Button variant="default" className="no-print" onClick={() => setMost(most + 5 * firstRows)}>
          {t('answers.more', { count: Math.min(chosen.length - most, 5 * firstRows) })}
        </Button>
      ) : null}
    </Page>
  )
}
