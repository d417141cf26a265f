// Who has the floor and for how long still, large; or who comes next.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { roomOf } from '#web/meeting/room-queries.ts'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import type { FloorNow } from '../Speaking.tsx'
import { saidOf } from '../said.rules.ts'
import { turnTime } from '../turn-time.rules.ts'
import classes from './DeskNow.module.css'
import { nameOf } from './useDeskActs.ts'

type Props = {
  conferenceId: string
  floor: FloorNow
  next: FloorNow['queue'][number] | undefined
  pointName: (id: string) => string
}

export const DeskNow = ({ conferenceId, floor, next, pointName }: Props) => {
  const { t } = useTranslation('desk')
  const { data: board } = useQuery(boardOf(conferenceId))
  const { current } = floor
  if (!current)
    return (
      <section className={classes.now} aria-label={t('speaking')}>
        <p className={classes.free}>{t('free')}</p>
        <p className={classes.hint}>
          {next ? t('freeNext', { point: pointName(next.pointId), who: nameOf(next) }) : t('freeNone')}
        </p>
      </section>
    )
  const { who, office } = saidOf(current.speaker)
  const state = board?.items.find(({ pointId }) => pointId === current.pointId)?.state
  return (
    <section className={classes.now} aria-label={t('speaking')}>
      <p className={classes.label}>{current.kind === 'point-of-order' ? t('order') : t('speaking')}</p>
      <p className={classes.who}>{who.join(' ')}</p>
      {office ? <p className={classes.hint}>{office}</p> : null}
      <p className={classes.point}>
        <b>{pointName(current.pointId)}</b>
        {state ? <PointGlyph state={state} /> : null}
        <Linking conferenceId={conferenceId} version={floor.version} />
      </p>
      <Clock turn={current} warningSeconds={floor.warningSeconds} />
    </section>
  )
}

/** Said while the meeting room has not carried out what the floor says: the point is not heard yet. */
const Linking = ({ conferenceId, version }: { conferenceId: string; version: number }) => {
  const { t } = useTranslation('desk')
  const { data: room } = useQuery(roomOf(conferenceId))
  const behind = room?.state === 'ready' && room.appliedFloorVersion < version
  return (
    <span className={classes.linking} role="status">
      {behind ? t('linking') : null}
    </span>
  )
}

type ClockProps = { turn: NonNullable<FloorNow['current']>; warningSeconds: number }

const Clock = ({ turn, warningSeconds }: ClockProps) => {
  const { t } = useTranslation('desk')
  const { left, phase, share } = turnTime(turn, useServerNow(250), warningSeconds)
  return (
    <div className={classes.clock} data-phase={phase}>
      <span className={classes.time} role="timer" aria-label={t('clock')}>
        {left < 0 ? '+' : ''}
        {runningTime(Math.abs(left) * 1000)}
      </span>
      <span className={classes.phase}>
        {t(`clockNote.${phase}`, { of: runningTime(turn.budgetSeconds * 1000) })}
      </span>
      <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.track} width="100" height="4" />
        <rect className={classes.fill} width={100 * (1 - share)} height="4" />
      </svg>
    </div>
  )
}
