// The desk before the session: the time to it, how many points are connected, and the start once the room is open.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { moment, runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useActKeys } from '#web/ui/useActKeys.ts'
import { ActButton } from './ActButton.tsx'
import classes from './Desk.module.css'
import { keys } from './keys.data.ts'
import { TakeChair } from './TakeChair.tsx'
import { useDesk } from './useDesk.ts'

export const DeskBefore = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('desk')
  const { state, postponements, cancellation } = conference
  if (state === 'postponed')
    return <Empty title={t('gone.postponed')} hint={postponements?.at(-1)?.reason ?? ''} />
  if (state === 'cancelled') return <Empty title={t('gone.cancelled')} hint={cancellation?.reason ?? ''} />
  return <ToStart conference={conference} />
}

const ToStart = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('desk')
  const may = useMay(conference)
  const desk = useDesk(conference.id)
  const { data: board } = useQuery(boardOf(conference.id))
  const left = Date.parse(conference.startsAt) - useServerNow()
  const opened = conference.state === 'open'
  const before = { floor: undefined, on: undefined }
  const start = opened && may('conference:start') ? () => desk.take({ act: 'start' }, '', before) : undefined
  useActKeys({ [keys.call]: start })
  const all = board?.items.length ?? 0
  const connected = board?.items.filter((line) => line.state === 'connected').length ?? 0
  return (
    <>
      <TakeChair
        conference={conference}
        busy={desk.busy}
        onTake={opened ? () => desk.take({ act: 'take' }, '', before) : undefined}
      />
      <section className={classes.before}>
        <p className={classes.quiet}>{t('starts.in')}</p>
        <p className={classes.countdown} role="timer" aria-label={t('starts.in')}>
          {runningTime(left)}
        </p>
        <p>{t('starts.at', { at: moment(conference.startsAt) })}</p>
        <p>{t('connected', { connected, all })}</p>
        <p className={classes.quiet}>{opened ? t('ready') : t('beforeOpen')}</p>
        {desk.problem ? <ProblemNote error={desk.problem} /> : null}
        {start ? (
          <ActButton act={start} of="call" main busy={desk.busy}>
            {t('act.start')}
          </ActButton>
        ) : null}
      </section>
    </>
  )
}
