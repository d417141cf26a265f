// Who has the floor now, large enough for a hall, with the clock of the turn.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { FloorView } from '#functions/floor/schema.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { StateChip } from '#web/ui/StateChip.tsx'
import classes from './Floor.module.css'
import { TurnClock } from './TurnClock.tsx'
import type { FloorAct } from './useFloorAct.ts'

export type FloorNow = z.infer<typeof FloorView>

type Props = {
  floor: FloorNow
  pointName: (pointId: string) => string
  onAct?: ((act: FloorAct) => void) | undefined
}

const extraSeconds = 120

export const Speaking = ({ floor, pointName, onAct }: Props) => {
  const { t } = useTranslation()
  const { current, open, queue } = floor
  const list = open ? t('floor.listOpen') : t('floor.listClosed')
  return (
    <Panel title={t('floor.now')} aside={<StateChip tone={open ? 'good' : 'quiet'}>{list}</StateChip>}>
      {current ? (
        <div className={classes.speaking}>
          <p className={classes.point}>{pointName(current.pointId)}</p>
          <p className={classes.speaker}>{current.speaker.display}</p>
          <TurnClock startedAt={current.startedAt} budgetSeconds={current.budgetSeconds} />
          {onAct ? (
            <div className={classes.acts}>
              <Button variant="default" onClick={() => onAct({ act: 'extend', seconds: extraSeconds })}>
                {t('floor.extend')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : (
        <Empty
          title={t('floor.nobody')}
          hint={queue.length > 0 ? t('floor.nobodyNext', { count: queue.length }) : t('floor.nobodyHint')}
        />
      )}
    </Panel>
  )
}
