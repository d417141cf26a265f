// What stands behind the minutes, one annex at a time, found by words, more of it as one asks: a nation's has 3,353 points.
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnnexName, type RecordSheet } from '#functions/archive/sheet.schema.ts'
import { count } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { Pills } from '#web/ui/Pills.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { AnnexRows } from './AnnexRows.tsx'
import './add-record-words.ts'
import classes from './Record.module.css'
import { annexOf } from './record-queries.ts'

/** Fewer are seen at a glance. */
const worthFiltering = 6
const pauseMs = 250

/** As the minutes number them; what has no number, and is printed nowhere, after these. */
const inOrder = ({ annexes, numbered }: RecordSheet): AnnexName[] => {
  const placeOf = (name: AnnexName) => {
    const place = numbered.findIndex(({ key }) => key === name)
    return place < 0 ? numbered.length : place
  }
  return AnnexName.options
    .filter((name) => annexes[name] > 0)
    .sort((one, other) => placeOf(one) - placeOf(other))
}

export const Annexes = ({ sheet }: { sheet: RecordSheet }) => {
  const { t } = useTranslation('record')
  const there = inOrder(sheet)
  const [chosen, setChosen] = useState<AnnexName>()
  const [first] = there
  const annex = chosen ?? first
  const numberOf = (name: AnnexName) => sheet.numbered.find(({ key }) => key === name)?.number
  return (
    <Panel title={t('annex.title')}>
      {annex ? (
        <>
          <Pills
            label={t('annex.choose')}
            pills={there.map((value) => ({
              value,
              word: [numberOf(value), t(`annex.name.${value}`)].filter(Boolean).join('. '),
              many: sheet.annexes[value],
            }))}
            chosen={annex}
            onChoose={(value) => setChosen(AnnexName.parse(value))}
          />
          <Annex key={annex} sheet={sheet} annex={annex} />
        </>
      ) : (
        <Empty title={t('annex.none')} hint={t('annex.noneHint')} />
      )}
    </Panel>
  )
}

const Annex = ({ sheet, annex }: { sheet: RecordSheet; annex: AnnexName }) => {
  const { t } = useTranslation('record')
  const [words, setWords] = useState('')
  const [q] = useDebouncedValue(words.trim(), pauseMs)
  const asked = useInfiniteQuery(annexOf(sheet.id, annex, q))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = asked
  const total = data?.pages[0]?.total ?? 0
  return (
    <div className={classes.annex}>
      {sheet.annexes[annex] > worthFiltering ? (
        <div className={classes.filter}>
          <SearchField label={t('annex.find')} value={words} onChange={setWords} />
          <span role="status">{t('annex.found', { count: total, shown: count(total) })}</span>
        </div>
      ) : null}
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t(`annex.name.${annex}`).toLocaleLowerCase()} rows={3} />}
      {data && total === 0 ? <Empty title={t('annex.nothing')} hint={t('annex.nothingHint')} /> : null}
      <AnnexRows sheet={sheet} rows={data?.pages.flatMap(({ items }) => items) ?? []} />
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  )
}
