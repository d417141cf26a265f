// The desk while the conference is in session.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { useMay } from '#web/lib/useMe.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useActKeys } from '#web/ui/useActKeys.ts'
import { Waiting } from '#web/ui/Waiting.tsx'
import { floorOf } from '../floor-queries.ts'
import type { FloorNow } from '../Speaking.tsx'
import classes from './Desk.module.css'
import { DeskActBar } from './DeskActBar.tsx'
import { DeskAgenda } from './DeskAgenda.tsx'
import { DeskNow } from './DeskNow.tsx'
import { DeskQueue } from './DeskQueue.tsx'
import { DeskStatus } from './DeskStatus.tsx'
import { neighbourIn } from './desk.rules.ts'
import { keys } from './keys.data.ts'
import { SkipDialog } from './SkipDialog.tsx'
import { TakeChair } from './TakeChair.tsx'
import { useDesk } from './useDesk.ts'
import { type Skippable, useDeskActs } from './useDeskActs.ts'

export const DeskSession = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const { data: floor, error, refetch } = useQuery(floorOf(conference.id))
  if (floor) return <AtFloor conference={conference} floor={floor} />
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  return <Waiting what={t('section.floor')} />
}

const AtFloor = ({ conference, floor }: { conference: Conference; floor: FloorNow }) => {
  const may = useMay(conference)
  const pointName = usePointNames(conference.id)
  const desk = useDesk(conference.id)
  const [picked, setPicked] = useState<string>()
  const [skipping, setSkipping] = useState<Skippable>()
  const runs = may('floor:run')
  // Who has been called or has gone is chosen no longer.
  const chosen = floor.queue.some(({ id }) => id === picked) ? picked : undefined
  const acts = useDeskActs({ conference, floor, chosen, desk })
  const move = (by: 1 | -1) => setPicked(neighbourIn(floor.queue, chosen ?? acts.next?.id, by))
  const askSkip = acts.skippable ? () => setSkipping(acts.skippable) : undefined
  useActKeys({
    [keys.call]: acts.call,
    [keys.yield]: acts.yield,
    [keys.extend]: acts.extend,
    [keys.suspend]: acts.suspend,
    [keys.order]: acts.order,
    [keys.list]: acts.list,
    [keys.item]: acts.item,
    [keys.skip]: askSkip,
    [keys.undo]: desk.undo,
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  })
  return (
    <>
      <TakeChair conference={conference} busy={desk.busy} onTake={acts.take} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <DeskNow conferenceId={conference.id} floor={floor} next={acts.next} pointName={pointName} />
          {desk.problem ? <ProblemNote error={desk.problem} /> : null}
          <DeskStatus desk={desk} />
          {runs ? <DeskActBar acts={acts} busy={desk.busy} onSkip={askSkip} /> : null}
        </div>
        <div className={classes.stack}>
          <DeskQueue
            floor={floor}
            acts={runs ? acts : undefined}
            busy={desk.busy}
            onChoose={setPicked}
            pointName={pointName}
          />
          <DeskAgenda acts={runs ? acts : undefined} agenda={acts.agenda} busy={desk.busy} />
        </div>
      </div>
      <SkipDialog skipping={skipping} onClose={() => setSkipping(undefined)} onSkip={acts.skip} />
    </>
  )
}
