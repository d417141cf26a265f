// Every bridge point as a list a clerk can search, sort, read down and print: state, who is expected, who is there.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { ExportAttendance } from '#web/attendance/ExportAttendance.tsx'
import { useConference } from '#web/conferences/useConference.ts'
import { count, wallClock } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { PointFilters } from './PointFilters.tsx'
import { PointsTable } from './PointsTable.tsx'
import { boardOf } from './point-queries.ts'
import { type ViewChange, viewOnly } from './points-search.ts'
import { viewOf } from './points-view.rules.ts'
import { usePlaces } from './usePlaces.ts'

const none: readonly BoardLine[] = []

const sum = (lines: readonly BoardLine[], of: (line: BoardLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0)

const Totals = ({ lines, builtAt }: { lines: readonly BoardLine[]; builtAt: string }) => {
  const { t } = useTranslation()
  return (
    <>
      <span>{t('point.changed', { time: wallClock(builtAt) })}</span>
      <span>{t('point.many', { count: lines.length, shown: count(lines.length) })}</span>
      <span>
        {t('point.present')}{' '}
        <Tally
          label={t('point.present')}
          present={sum(lines, ({ present }) => present)}
          expected={sum(lines, ({ expected }) => expected)}
        />
      </span>
    </>
  )
}

export const PointsPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const { id } = conference
  const exports = useMay(conference)('attendance:export')
  const view = useSearch({ from: '/frame/conferences/$id/points' })
  const navigate = useNavigate({ from: '/conferences/$id/points' })
  const { data, error, refetch } = useQuery(boardOf(id))
  const all = data?.items ?? none
  const { places, placeOf } = usePlaces(all)
  const lines = useMemo(() => viewOf(all, view, placeOf), [all, view, placeOf])
  const onView = (change: ViewChange) =>
    void navigate({ search: viewOnly({ ...view, ...change }), replace: true, resetScroll: false })
  return (
    <Page>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <PointFilters lines={all} places={places} view={view} onView={onView} />
      {exports ? <ExportAttendance conferenceId={id} /> : null}
      <Panel
        title={t('section.points')}
        aside={data ? <Totals lines={lines} builtAt={data.builtAt} /> : null}
        flush="whole"
      >
        {lines.length > 0 ? (
          <PointsTable conferenceId={id} lines={lines} view={view} onView={onView} />
        ) : null}
        {data && lines.length === 0 ? (
          <Empty
            title={t(all.length > 0 ? 'point.noneFound' : 'point.none')}
            hint={t(all.length > 0 ? 'point.noneFoundHint' : 'point.noneHint')}
          />
        ) : null}
        {data || error ? null : <Waiting what={t('section.points')} rows={12} />}
      </Panel>
    </Page>
  )
}
