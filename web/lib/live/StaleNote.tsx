// Says that a screen may no longer be true, and since when; nothing while it is.
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { wallClock } from '#web/lib/format.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import './add-words.ts'
import classes from './StaleNote.module.css'
import { useStanding } from './useStanding.ts'

/** @param wall large, for who stands far away */
export const StaleNote = ({ conferenceId, wall = false }: { conferenceId: string; wall?: boolean }) => {
  const { t } = useTranslation('live')
  const { live, since } = useStanding(conferenceId)
  const ahead = serverNow() - Date.now()
  return (
    <div className={classes.place} role="status" data-live={live} data-wall={wall || undefined}>
      {since === undefined ? null : (
        <p className={classes.note}>
          <IconPlugConnectedX className={classes.icon} stroke={1.8} aria-hidden="true" />
          {since === 0 ? t('staleEver') : t('stale', { time: wallClock(since + ahead) })}
        </p>
      )}
    </div>
  )
}
