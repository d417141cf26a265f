// The roll call of any point, for the desk; operators take theirs on the page of their point.
import { useParams } from '@tanstack/react-router'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { Page } from '#web/ui/Page.tsx'
import { RollCallSheet } from './RollCallSheet.tsx'

export const PointRollCallPage = () => {
  const conference = useConference()
  const { point } = useParams({ from: '/frame/conferences/$id/points/$point/roll-call' })
  const name = usePointNames(conference.id)(point)
  return (
    <Page>
      <RollCallSheet conference={conference} pointId={point} name={name} />
    </Page>
  )
}
