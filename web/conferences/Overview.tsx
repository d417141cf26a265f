// The first section of a conference: what is on, who has the floor, every point at a glance; for the desk, what waits.
import { useQuery } from '@tanstack/react-query'
import { currentOf } from '#functions/conferences/agenda.rules.ts'
import { PointBoard } from '#web/bridge-points/PointBoard.tsx'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import { Speaking } from '#web/floor/Speaking.tsx'
import { useMay } from '#web/lib/useMe.ts'
import { NoticesPanel } from '#web/notices/NoticesPanel.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Agenda } from './Agenda.tsx'
import { LifecycleAct } from './LifecycleAct.tsx'
import classes from './Overview.module.css'
import { DeskCounters } from './secretariat/DeskCounters.tsx'
import { useAgendaAct } from './useAgendaAct.ts'
import { useConference } from './useConference.ts'

export const Overview = () => {
  const conference = useConference()
  const pointName = usePointNames(conference.id)
  const { data: floor } = useQuery(floorOf(conference.id))
  const runs = useMay(conference)('agenda:run')
  const act = useAgendaAct(conference.id)
  const inSession = conference.state === 'in-session'
  const current = currentOf(conference.agenda)?.id
  return (
    <Page>
      <LifecycleAct conference={conference} />
      {runs ? <DeskCounters conference={conference} /> : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {floor && inSession ? <Speaking floor={floor} pointName={pointName} /> : null}
          <Agenda
            items={conference.agenda}
            current={current ?? (floor?.open ? floor.agendaItem : undefined)}
            onAct={runs && inSession ? act.mutate : undefined}
            busy={act.isPending}
          />
          {conference.state === 'draft' ? null : <NoticesPanel conference={conference} />}
        </div>
        <PointBoard conferenceId={conference.id} />
      </div>
    </Page>
  )
}
