// The server's clock, and how long the conference has been in session.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { hourMinute, runningTime, wallClock } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import classes from './ConferenceHeader.module.css'

export const ConferenceClock = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const now = useServerNow()
  const { startedAt, closedAt, startsAt } = conference
  const note = () => {
    if (closedAt) return t('conferences.closedAt', { at: hourMinute(closedAt) })
    if (startedAt) return t('conferences.elapsed', { time: runningTime(now - Date.parse(startedAt)) })
    return t('conferences.startsAt', { at: hourMinute(startsAt) })
  }
  return (
    <div className={classes.clock}>
      <b role="timer" aria-label={t('conferences.clock')}>
        {wallClock(now)}
      </b>
      <span>{note()}</span>
    </div>
  )
}
