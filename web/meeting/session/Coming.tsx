// On the way to the seat: what is awaited, calmly, and how to turn back.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { runningTime } from '#web/lib/format.ts'
import { learnedOffset, useServerNow } from '#web/lib/server-clock.ts'
import classes from '../Room.module.css'
import { Card } from './Card.tsx'

type Props = {
  what: 'asking' | 'connecting' | 'preparing' | 'reconnecting'
  /** When the waiting began, by the device's clock. */
  since?: number
  onCancel: () => void
}

export const Coming = ({ what, since, onCancel }: Props) => {
  const { t } = useTranslation('meeting')
  const now = useServerNow() - learnedOffset()
  const word = what === 'reconnecting' ? 'connecting' : what
  return (
    <Card title={t(`session.${word}`)}>
      <div className={classes.progress} aria-hidden="true" />
      {since === undefined ? null : (
        <>
          <p>{t('session.preparingHint')}</p>
          <p className={classes.quiet}>{t('session.preparingFor', { time: runningTime(now - since) })}</p>
        </>
      )}
      <p className="visually-hidden" role="status">
        {t(`session.${word}`)}
      </p>
      <Button variant="default" className={classes.touch} onClick={onCancel}>
        {t('session.cancel')}
      </Button>
    </Card>
  )
}
