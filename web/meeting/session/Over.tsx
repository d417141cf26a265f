// The stay is over: why, and how to come back where that is the person's to decide.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import classes from '../Room.module.css'
import { Back } from '../RoomHead.tsx'
import type { SeatRef } from '../seat.rules.ts'
import { Card } from './Card.tsx'
import type { Why } from './standing.ts'

type Props = {
  why: Why
  conference: Conference
  seat: SeatRef
  onEnter: () => void
  onTakeOver: () => void
}

/** Another device sits there now: coming back is taking over. */
const taken: readonly Why[] = ['elsewhere', 'displaced']

export const Over = ({ why, conference, seat, onEnter, onTakeOver }: Props) => {
  const { t } = useTranslation('meeting')
  const isTaken = taken.includes(why)
  const may = why !== 'ended' && (conference.state === 'open' || conference.state === 'in-session')
  return (
    <Card title={t(`session.over.${why}`)} hint={t(`session.overHint.${why}`)}>
      <div className={classes.row}>
        {may ? (
          <Button className={classes.touch} data-main-act onClick={isTaken ? onTakeOver : onEnter}>
            {t(isTaken ? 'session.takeBack' : 'session.backIn')}
          </Button>
        ) : null}
        <Back conference={conference} seat={seat} />
      </div>
    </Card>
  )
}
