// Every bridge point as a list a clerk can read down and print: state, who is expected, who is there.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { fold } from '#functions/shared/text.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { wallClock } from '#web/lib/format.ts'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { PointsTable } from './PointsTable.tsx'
import { boardOf } from './point-queries.ts'

const sum = (lines: BoardLine[], of: (line: BoardLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0)

export const PointsPage = () => {
  const { t } = useTranslation()
  const { id } = useConference()
  const [sought, setSought] = useState('')
  const { data, error, refetch } = useQuery(boardOf(id))
  const lines = data?.items.filter(({ name }) => fold(name).includes(fold(sought))) ?? []
  return (
    <Page>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <SearchField label={t('point.search')} value={sought} onChange={setSought} />
      <Panel
        title={t('section.points')}
        aside={
          <>
            {data ? <span>{t('point.changed', { time: wallClock(data.builtAt) })}</span> : null}
            <span>{t('point.many', { count: lines.length })}</span>
            <span>
              {t('point.present')}{' '}
              <Tally
                label={t('point.present')}
                present={sum(lines, ({ present }) => present)}
                expected={sum(lines, ({ expected }) => expected)}
              />
            </span>
          </>
        }
        flush
      >
        {data ? <PointsTable conferenceId={id} lines={lines} /> : null}
        {data || error ? null : <Waiting what={t('section.points')} rows={12} />}
      </Panel>
    </Page>
  )
}
