// The head of every wall: the conference's title in full, its state, the server's clock.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { day, hourMinute, runningTime, wallClock } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { sizeFor } from './title.rules.ts'
import classes from './Wall.module.css'

/** Beside the clock, on a screen of 16 to 9; others are scaled by their own width. */
const room = { width: 138, height: 9.6, most: 3.4, least: 1.2 }
const wide = 16 / 9

const useNote = ({ state, startsAt, startedAt, closedAt }: Conference, now: number): string => {
  const { t } = useTranslation()
  const { t: wall } = useTranslation('wall')
  if (closedAt) return t('conferences.closedAt', { at: hourMinute(closedAt) })
  if (startedAt) return t('conferences.elapsed', { time: runningTime(now - Date.parse(startedAt)) })
  if (state === 'postponed' || state === 'cancelled') return t(`state.${state}`)
  return wall('startsAt', { at: hourMinute(startsAt) })
}

export const WallHeader = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const now = useServerNow()
  const note = useNote(conference, now)
  const title = conference.title.join('; ')
  const narrow = Math.min(1, innerWidth / innerHeight / wide)
  const size = sizeFor(title.length, { ...room, width: room.width * narrow })
  return (
    <header className={classes.header}>
      <h1 className={classes.title} style={{ fontSize: `${size}vh` }}>
        {title}
      </h1>
      <div className={classes.clock}>
        <b role="timer" aria-label={t('conferences.clock')}>
          {wallClock(now)}
        </b>
        <span>
          {day(now)} · {note}
        </span>
      </div>
    </header>
  )
}
