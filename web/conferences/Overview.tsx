// The first section of a conference: what is on, who has the floor, every point at a glance.
import { useQuery } from '@tanstack/react-query'
import { currentOf } from '#functions/conferences/agenda.rules.ts'
import { PointBoard } from '#web/bridge-points/PointBoard.tsx'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import { Speaking } from '#web/floor/Speaking.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Agenda } from './Agenda.tsx'
import { LifecycleAct } from './LifecycleAct.tsx'
import classes from './Overview.module.css'
import { useConference } from './useConference.ts'

export const Overview = () => {
  const conference = useConference()
  const pointName = usePointNames(conference.id)
  const { data: floor } = useQuery(floorOf(conference.id))
  const current = currentOf(conference.agenda)?.id
  return (
    <Page>
      <LifecycleAct conference={conference} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {floor && conference.state === 'in-session' ? (
            <Speaking floor={floor} pointName={pointName} />
          ) : null}
          <Agenda
            items={conference.agenda}
            current={current ?? (floor?.open ? floor.agendaItem : undefined)}
          />
        </div>
        <PointBoard conferenceId={conference.id} />
      </div>
    </Page>
  )
}
