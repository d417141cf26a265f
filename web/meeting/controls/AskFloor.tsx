// A point asks for the floor from the room, sees its place, takes its request back, or ends its turn.
import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDelegates } from '#web/bridge-points/useDelegates.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import { RequestForm } from '#web/floor/RequestForm.tsx'
import type { FloorNow } from '#web/floor/Speaking.tsx'
import { useFloorAct } from '#web/floor/useFloorAct.ts'
import { KeyDialog } from '#web/ui/KeyDialog.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useRoom } from '../room-context.ts'
import { unitOfPoint } from '../seat.rules.ts'
import { ControlButton } from './ControlButton.tsx'
import classes from './Controls.module.css'

type Props = { open: boolean; onOpen: () => void; onClose: () => void }

const isMine =
  (seat: string) =>
  ({ pointId }: { pointId: string }) =>
    pointId === seat

export const AskFloor = ({ open, onOpen, onClose }: Props) => {
  const { t } = useTranslation('meeting')
  const { t: say } = useTranslation()
  const { conferenceId, seat } = useRoom()
  const { data: floor } = useQuery(floorOf(conferenceId))
  const act = useFloorAct(conferenceId)
  const unitId = unitOfPoint(seat)
  // Asked for as soon as one sits in the room: whoever presses the key finds the form whole.
  const delegates = useDelegates(conferenceId, unitId)
  const { current, queue = [] } = floor ?? {}
  const place = queue.findIndex(isMine(seat))
  if (current?.pointId === seat)
    return (
      <ControlButton
        sign={<IconHandStop size={20} stroke={1.8} aria-hidden="true" />}
        word={say('floor.yield')}
        busy={act.isPending}
        onClick={() => act.mutate({ act: 'yield', requestId: current.requestId })}
      />
    )
  const waits = place >= 0
  return (
    <>
      <ControlButton
        sign={<IconHandStop size={20} stroke={1.8} aria-hidden="true" />}
        word={waits ? t('controls.place', { place: place + 1, of: queue.length }) : say('floor.request')}
        keyOf="request"
        {...(waits ? { tone: 'live' as const } : {})}
        reason={waits || floor?.open ? undefined : 'whyListClosed'}
        onClick={onOpen}
      />
      <KeyDialog open={open} title={say('floor.request')} onClose={onClose}>
        <div className={classes.ask}>
          {waits ? (
            <Own floor={floor} onDone={onClose} />
          ) : (
            <RequestForm {...{ conferenceId, unitId, delegates }} onDone={onClose} />
          )}
        </div>
      </KeyDialog>
    </>
  )
}

/** What we asked for already, with the way back. */
const Own = ({ floor, onDone }: { floor: FloorNow | undefined; onDone: () => void }) => {
  const { t: say } = useTranslation()
  const { conferenceId, seat } = useRoom()
  const act = useFloorAct(conferenceId)
  return (
    <>
      {act.error ? <ProblemNote error={act.error} /> : null}
      {floor?.queue.filter(isMine(seat)).map(({ id, speaker }) => (
        <p key={id} className={classes.asked}>
          {speaker.display}
          <Button
            variant="default"
            h={44}
            loading={act.isPending}
            onClick={() => act.mutate({ act: 'withdraw', requestId: id }, { onSuccess: onDone })}
          >
            {say('floor.withdraw')}
          </Button>
        </p>
      ))}
    </>
  )
}
