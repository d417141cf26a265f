// The list of speakers in the order they will be called, with what may be done to each entry.
import { useTranslation } from 'react-i18next'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Floor.module.css'
import { SpeakersEntry } from './SpeakersEntry.tsx'
import type { FloorNow } from './Speaking.tsx'
import type { FloorAct } from './useFloorAct.ts'

type Props = {
  floor: FloorNow
  pointName: (pointId: string) => string
  myUnits: string[]
  desk: boolean
  onAct: (act: FloorAct) => void
}

export const SpeakersList = ({ floor, pointName, myUnits, desk, onAct }: Props) => {
  const { t } = useTranslation()
  const { queue } = floor
  return (
    <Panel title={t('floor.queue')} aside={t('floor.waiting', { count: queue.length })} flush>
      {queue.length === 0 ? <Empty title={t('floor.queueEmpty')} hint={t('floor.queueHint')} /> : null}
      <ol className={classes.queue}>
        {queue.map((request, index) => (
          <SpeakersEntry
            key={request.id}
            request={request}
            place={index + 1}
            point={pointName(request.pointId)}
            desk={desk}
            callable={floor.current === undefined}
            mine={myUnits.includes(request.unitId)}
            onAct={onAct}
          />
        ))}
      </ol>
    </Panel>
  )
}
