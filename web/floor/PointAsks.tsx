// A point's own side of the floor: ask for it, and give it back when the turn is done.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDelegates } from '#web/bridge-points/useDelegates.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { RequestForm } from './RequestForm.tsx'
import type { FloorNow } from './Speaking.tsx'
import type { FloorAct } from './useFloorAct.ts'

type Props = {
  conference: { id: string }
  unitId: string
  floor: FloorNow
  onAct: (act: FloorAct) => void
}

export const PointAsks = ({ conference, unitId, floor, onAct }: Props) => {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const delegates = useDelegates(conference.id, unitId)
  const { current, open } = floor
  if (current?.unitId === unitId)
    return (
      <MainAct onClick={() => onAct({ act: 'yield', requestId: current.requestId })}>
        {t('floor.yield')}
      </MainAct>
    )
  if (asking)
    return (
      <Panel title={t('floor.request')}>
        <RequestForm
          conferenceId={conference.id}
          unitId={unitId}
          delegates={delegates}
          onDone={() => setAsking(false)}
        />
      </Panel>
    )
  return (
    <MainAct disabled={!open} onClick={() => setAsking(true)}>
      {t('floor.request')}
    </MainAct>
  )
}
