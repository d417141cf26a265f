// Who has the floor, as large as the words allow, with the time that is left.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import type { FloorNow } from '#web/floor/Speaking.tsx'
import { saidOf } from '#web/floor/said.rules.ts'
import { turnTime } from '#web/floor/turn-time.rules.ts'
import { runningTime } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import classes from './FloorWall.module.css'
import { sizeFor } from './title.rules.ts'

type Turn = NonNullable<FloorNow['current']>
type Props = { conferenceId: string; floor: FloorNow; turn: Turn; pointName: (id: string) => string }

const whoRoom = { width: 96, height: 32, most: 9.5, least: 3 }
const officeRoom = { width: 96, height: 12, most: 4.2, least: 2.6 }

export const WallSpeaker = ({ conferenceId, floor, turn, pointName }: Props) => {
  const { t } = useTranslation('wall')
  const { data: board } = useQuery(boardOf(conferenceId))
  const { who, office } = saidOf(turn.speaker)
  const state = board?.items.find(({ pointId }) => pointId === turn.pointId)?.state
  return (
    <div className={classes.speaking}>
      <section className={classes.speaker} aria-live="polite">
        <h2 className={classes.label}>{turn.kind === 'point-of-order' ? t('order') : t('speaking')}</h2>
        <p className={classes.who} style={{ fontSize: `${sizeFor(who.join(' ').length, whoRoom)}vh` }}>
          {who.map((part) => (
            <span key={part}>{part} </span>
          ))}
        </p>
        {office ? (
          <p className={classes.office} style={{ fontSize: `${sizeFor(office.length, officeRoom)}vh` }}>
            {office}
          </p>
        ) : null}
        <p className={classes.point}>
          <b>{pointName(turn.pointId)}</b>
          {state ? <PointGlyph state={state} /> : null}
        </p>
      </section>
      <Countdown turn={turn} warningSeconds={floor.warningSeconds} />
    </div>
  )
}

const words = { running: 'left', warning: 'ending', over: 'timeOver' } as const

const Countdown = ({ turn, warningSeconds }: { turn: Turn; warningSeconds: number }) => {
  const { t } = useTranslation('wall')
  const { left, phase, share } = turnTime(turn, useServerNow(250), warningSeconds)
  return (
    <section className={classes.countdown} data-phase={phase}>
      <span className={classes.time} role="timer" aria-label={t('clock')}>
        {left < 0 ? '+' : ''}
        {runningTime(Math.abs(left) * 1000)}
      </span>
      <span className={classes.phase}>{t(words[phase])}</span>
      <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.track} width="100" height="4" />
        <rect className={classes.fill} width={100 * (1 - share)} height="4" />
      </svg>
    </section>
  )
}
