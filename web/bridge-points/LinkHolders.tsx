// Who holds a point's link, and with what: so that a session left behind on another device is found and ended.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import type { Pending } from '#web/lib/outbox/useOutbox.ts'
import { Unsent } from '#web/ui/Unsent.tsx'
import classes from './Point.module.css'

type Session = PointDetail['link']['sessions'][number]

type Props = {
  sessions: Session[]
  canAct: boolean
  /** Those that were ended here, and whether that is still to be sent. */
  left: Pending<'leave'>[]
  onEnd: (session: string) => void
}

/** Sessions of the media service end by what that service tells; those of pages can be ended here. */
export const LinkHolders = ({ sessions, canAct, left, onEnd }: Props) => {
  const { t } = useTranslation()
  const endOf = (session: string) => left.find(({ act }) => act.told.session === session)
  if (sessions.length === 0) return null
  return (
    <ul className={classes.holders} aria-label={t('point.holders')}>
      {sessions.map(({ session, by, own, device, state, since }) => (
        <li key={session}>
          <span>
            {[by ?? t('point.mediaDevice'), device].filter(Boolean).join(' · ')}
            {', '}
            {t(`point.session.${state}`, { from: hourMinute(since) })}
          </span>
          {endOf(session)?.unsent ? <Unsent /> : null}
          {canAct && by !== undefined && !endOf(session) ? (
            <Button variant="default" onClick={() => onEnd(session)}>
              {own ? t('point.leave') : t('point.endSession')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
