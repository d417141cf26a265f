// The line was lost: what is being done about it and how soon, without taking the last picture away.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import { secondsUntil } from './retry.rules.ts'

type Props = { until: number; onNow: () => void }

const useSecondsUntil = (until: number): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return secondsUntil(until, now)
}

export const Reconnecting = ({ until, onNow }: Props) => {
  const { t } = useTranslation('meeting')
  const seconds = useSecondsUntil(until)
  return (
    <div className={classes.lost}>
      <p role="alert">
        <b>{t('session.lost')}</b>
      </p>
      <p>
        {seconds > 0 ? t('session.lostIn', { seconds }) : t('session.lostNow')} {t('session.lostKept')}
      </p>
      <Button variant="default" className={classes.touch} onClick={onNow}>
        {t('session.retry')}
      </Button>
    </div>
  )
}
