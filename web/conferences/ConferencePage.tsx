// The frame of one conference: its header with title, state, clock and main act; below, the section chosen.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StaleNote } from '#web/lib/live/StaleNote.tsx'
import { useLive } from '#web/lib/live/useLive.ts'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { MainActProvider } from '#web/ui/MainAct.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ConferenceHeader } from './ConferenceHeader.tsx'
import { oneConference } from './conference-queries.ts'
import { NowNext } from './secretariat/NowNext.tsx'

export const ConferencePage = () => {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/frame/conferences/$id' })
  const { data, error, refetch } = useQuery(oneConference(id))
  useLive(id)
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <Link to="/conferences">{t('places.conferences')}</Link>
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('places.conferences')} />
  return (
    <MainActProvider>
      <ConferenceHeader conference={data} />
      <NowNext conference={data} />
      <Outlet />
      <StaleNote conferenceId={id} />
    </MainActProvider>
  )
}
