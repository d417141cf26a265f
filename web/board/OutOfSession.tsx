// A wall before the start, with the time to it; after the close; and when nothing will be held.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { day, hourMinute, runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import classes from './OutOfSession.module.css'
import { WallNote } from './WallNote.tsx'

export const OutOfSession = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('wall')
  const { state, closedAt, startsAt, postponements, cancellation } = conference
  if (state === 'closed') return <WallNote title={t('over', { at: hourMinute(closedAt ?? startsAt) })} />
  if (state === 'postponed') return <WallNote title={t('postponed')} hint={postponements?.at(-1)?.reason} />
  if (state === 'cancelled') return <WallNote title={t('cancelled')} hint={cancellation?.reason} />
  return <BeforeStart startsAt={startsAt} />
}

const BeforeStart = ({ startsAt }: { startsAt: string }) => {
  const { t } = useTranslation('wall')
  const left = Date.parse(startsAt) - useServerNow()
  const at = `${hourMinute(startsAt)} · ${day(startsAt)}`
  if (left <= 0) return <WallNote title={t('soon')} hint={t('startsAt', { at })} />
  return (
    <WallNote title={t('startsIn')} hint={t('startsAt', { at })}>
      <p className={classes.time} role="timer" aria-label={t('startsIn')}>
        {runningTime(left)}
      </p>
    </WallNote>
  )
}
