// The meeting room: one's seat, the lobby before it, picture and sound once seated, and what to do when they are gone.
import './add-words.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { oneConference } from '#web/conferences/conference-queries.ts'
import { StaleNote } from '#web/lib/live/StaleNote.tsx'
import { useLive } from '#web/lib/live/useLive.ts'
import { useMe } from '#web/lib/useMe.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { FindSeat } from './FindSeat.tsx'
import classes from './Room.module.css'

export const RoomPage = () => {
  const { t } = useTranslation('meeting')
  const { id } = useParams({ from: '/bare/room/$id' })
  const sought = useSearch({ from: '/bare/room/$id' })
  const { data: conference, error, refetch } = useQuery(oneConference(id))
  const me = useMe()
  useLive(id)
  const problem = conference && me.data ? null : (error ?? me.error)
  return (
    <main className={classes.room} id="main">
      {problem ? <ProblemNote error={problem} onRetry={() => void refetch()} /> : null}
      {!problem && !(conference && me.data) ? <Waiting what={t('title')} /> : null}
      {conference && me.data ? <FindSeat conference={conference} sought={sought} /> : null}
      <StaleNote conferenceId={id} />
    </main>
  )
}
