// The running clock of a turn: drawn from its start and the server's time, so every screen shows the same.
import { useTranslation } from 'react-i18next'
import { runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import classes from './TurnClock.module.css'

/** Seconds before the end at which the clock begins to warn. */
const warningSeconds = 60

type Props = { startedAt: string; budgetSeconds: number }

const phaseOf = (leftMs: number) => {
  if (leftMs < 0) return 'over'
  return leftMs <= warningSeconds * 1000 ? 'warning' : 'running'
}

export const TurnClock = ({ startedAt, budgetSeconds }: Props) => {
  const { t } = useTranslation()
  const spent = Math.max(0, useServerNow(250) - Date.parse(startedAt))
  // Whole seconds, so that both figures turn at once and add up to the budget.
  const left = (budgetSeconds - Math.floor(spent / 1000)) * 1000
  const phase = phaseOf(left)
  const share = Math.min(100, (spent / (budgetSeconds * 1000)) * 100)
  return (
    <div className={classes.clock} data-phase={phase}>
      <span className={classes.time} role="timer" aria-label={t('floor.clock')}>
        {runningTime(spent)}
      </span>
      <span className={classes.note}>
        {phase === 'over'
          ? t('floor.over', { time: runningTime(-left) })
          : t('floor.left', { time: runningTime(left), of: runningTime(budgetSeconds * 1000) })}
      </span>
      <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.track} width="100" height="4" />
        <rect className={classes.fill} width={share} height="4" />
      </svg>
    </div>
  )
}
