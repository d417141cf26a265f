// The roll call of one point: an operator's own, or any point for the desk.
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pointIdOf } from '#functions/bridge-points/stored.schema.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { RollCallSheet } from './RollCallSheet.tsx'

export const MyRollCallPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const [unitId] = useMyUnits()
  return (
    <Page>
      {unitId ? (
        <RollCallSheet conference={conference} pointId={pointIdOf(unitId)} />
      ) : (
        <Empty title={t('roll.notYours')} hint={t('roll.notYoursHint')} />
      )}
    </Page>
  )
}

export const PointRollCallPage = () => {
  const conference = useConference()
  const { point } = useParams({ from: '/frame/conferences/$id/points/$point/roll-call' })
  return (
    <Page>
      <RollCallSheet conference={conference} pointId={point} />
    </Page>
  )
}
