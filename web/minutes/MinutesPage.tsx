// The minutes of a conference, from draft to seal; each role is offered its own next step.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { useMay } from '#web/lib/useMe.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { MinutesEditor } from './MinutesEditor.tsx'
import { MinutesMainAct } from './MinutesMainAct.tsx'
import { MinutesSoFar } from './MinutesSoFar.tsx'
import { minutesOf } from './minutes-queries.ts'
import { SignAgain } from './SignAgain.tsx'
import { useMinutesAct } from './useMinutesAct.ts'

export const MinutesPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const may = useMay(conference)
  const act = useMinutesAct(conference.id)
  const agency = useUnitName(conference.hostUnitId, conference.startsAt)
  const { data: minutes, error, refetch } = useQuery(minutesOf(conference.id))
  if (error && !minutes)
    return (
      <Page>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (minutes === undefined) return <Waiting what={t('section.minutes')} />
  const goesOn = conference.startedAt !== undefined && conference.closedAt === undefined
  const foretells = conference.startedAt !== undefined && (goesOn || !minutes) && may('minutes:preview')
  return (
    <Page>
      <MinutesMainAct conference={conference} minutes={minutes} busy={act.isPending} onAct={act.mutate} />
      {act.error?.slug === 'sign-in-too-old' ? <SignAgain /> : null}
      {act.error && act.error.slug !== 'sign-in-too-old' ? <ProblemNote error={act.error} /> : null}
      {foretells ? (
        <MinutesSoFar conference={conference} agency={agency} drafted={minutes !== null} />
      ) : minutes ? (
        <MinutesEditor
          key={minutes.id}
          conference={conference}
          agency={agency}
          minutes={minutes}
          busy={act.isPending}
          onAct={act.mutate}
        />
      ) : (
        <Panel title={t('section.minutes')}>
          <Empty title={t('minutes.none')} hint={t('minutes.noneHint')} />
        </Panel>
      )}
    </Page>
  )
}
