// Who has the floor, for everybody: the point, the speaker, the time that is left.
import { useTranslation } from 'react-i18next'
import { saidOf } from '#web/floor/said.rules.ts'
import { turnTime } from '#web/floor/turn-time.rules.ts'
import { runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import classes from './CalledBar.module.css'
import { useSeatFace } from './useSeatFace.ts'
import type { Turn } from './useStage.ts'

type Props = { turn: Turn; warningSeconds: number; present: boolean }

export const CalledBar = ({ turn, warningSeconds, present }: Props) => {
  const { t } = useTranslation('meeting')
  const { name } = useSeatFace(turn.pointId)
  const { who, office } = saidOf(turn.speaker)
  return (
    <section className={classes.bar} aria-label={t('stage.calledLabel')}>
      <div className={classes.said}>
        <p className={classes.what}>{t(turn.kind === 'point-of-order' ? 'stage.order' : 'stage.called')}</p>
        <p className={classes.point}>{name}</p>
        <p className={classes.who}>
          {who.join(' ')}
          {office ? `, ${office}` : null}
          {present ? null : <b> · {t('stage.calledAway')}</b>}
        </p>
      </div>
      <Countdown turn={turn} warningSeconds={warningSeconds} />
    </section>
  )
}

const Countdown = ({ turn, warningSeconds }: Omit<Props, 'present'>) => {
  const { t } = useTranslation('meeting')
  const { left, phase } = turnTime(turn, useServerNow(250), warningSeconds)
  return (
    <p className={classes.clock} data-phase={phase}>
      <span className={classes.time} role="timer" aria-label={t('stage.clock')}>
        {left < 0 ? '+' : ''}
        {runningTime(Math.abs(left) * 1000)}
      </span>
      <span className={classes.phase}>{t(`stage.time.${phase}`)}</span>
    </p>
  )
}
