// The floor of a conference: who speaks, who waits, who has spoken; the desk runs it, points ask.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { useMay, useMyUnits } from '#web/lib/useMe.ts'
import { Page } from '#web/ui/Page.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { DoneTurns } from './DoneTurns.tsx'
import { ExportFloor } from './ExportFloor.tsx'
import classes from './Floor.module.css'
import { FloorMainAct } from './FloorMainAct.tsx'
import { floorOf } from './floor-queries.ts'
import { PointAsks } from './PointAsks.tsx'
import { SpeakersList } from './SpeakersList.tsx'
import { Speaking } from './Speaking.tsx'
import { useFloorAct } from './useFloorAct.ts'

export const FloorPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const may = useMay(conference)
  const myUnits = useMyUnits()
  const pointName = usePointNames(conference.id)
  const act = useFloorAct(conference.id)
  const { data: floor, error, refetch } = useQuery(floorOf(conference.id))
  if (error && !floor)
    return (
      <Page>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!floor) return <Waiting what={t('section.floor')} />
  const running = conference.state === 'in-session'
  const desk = running && may('floor:run')
  const speakers = conference.agenda.find(({ kind }) => kind === 'contributions')?.id
  return (
    <Page>
      {act.error ? <ProblemNote error={act.error} /> : null}
      {desk ? (
        <FloorMainAct floor={floor} agendaItem={speakers} busy={act.isPending} onAct={act.mutate} />
      ) : null}
      {!desk && running && myUnits[0] ? (
        <PointAsks conference={conference} unitId={myUnits[0]} floor={floor} onAct={act.mutate} />
      ) : null}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Speaking floor={floor} pointName={pointName} onAct={desk ? act.mutate : undefined} />
          <DoneTurns floor={floor} pointName={pointName} />
          {may('floor:export') ? <ExportFloor conferenceId={conference.id} /> : null}
        </div>
        <SpeakersList floor={floor} pointName={pointName} myUnits={myUnits} desk={desk} onAct={act.mutate} />
      </div>
    </Page>
  )
}
