// The chair's desk: full screen, calm, everything needed to run the floor, and nothing that needs another's machine.
import './add-words.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { oneConference } from '#web/conferences/conference-queries.ts'
import { StaleNote } from '#web/lib/live/StaleNote.tsx'
import { useLive } from '#web/lib/live/useLive.ts'
import { useMay, useMe } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Desk.module.css'
import { DeskAfter } from './DeskAfter.tsx'
import { DeskBefore } from './DeskBefore.tsx'
import { DeskHeader } from './DeskHeader.tsx'
import { DeskSession } from './DeskSession.tsx'

export const DeskPage = () => {
  const { t } = useTranslation('desk')
  const { id } = useParams({ from: '/bare/chair/$id' })
  const { data: conference, error, refetch } = useQuery(oneConference(id))
  const me = useMe()
  useLive(id)
  const problem = conference && me.data ? null : (error ?? me.error)
  return (
    <main className={classes.desk}>
      {conference ? <DeskHeader conference={conference} /> : null}
      {problem ? <ProblemNote error={problem} onRetry={() => void refetch()} /> : null}
      {!problem && !(conference && me.data) ? <Waiting what={t('title')} /> : null}
      {conference && me.data ? <Part conference={conference} /> : null}
      <StaleNote conferenceId={id} />
    </main>
  )
}

const Part = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('desk')
  const may = useMay(conference)
  const { state } = conference
  if (!may('floor:run') && !may('conference:take-chair'))
    return <Empty title={t('notYours')} hint={t('notYoursHint')} />
  if (state === 'in-session') return <DeskSession conference={conference} />
  if (state === 'closed') return <DeskAfter conference={conference} />
  return <DeskBefore conference={conference} />
}
