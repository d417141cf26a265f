// Attendance for a hall: the session as a line over time, the figures now, and who lacks most.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { count } from '#web/lib/format.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import classes from './AttendanceWall.module.css'
import { seriesOf } from './attendance-queries.ts'
import { groupsOf, isNationwide, presenceOf } from './groups.rules.ts'
import { PresenceChart } from './PresenceChart.tsx'
import { drawnSeries, worstOf } from './series.rules.ts'
import { WallNote } from './WallNote.tsx'

const worstMost = 8

export const AttendanceWall = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('wall')
  const board = useQuery(boardOf(conference.id))
  const series = useQuery(seriesOf(conference.id))
  const lines = board.data?.items
  const error = board.error ?? series.error
  if (!lines || !series.data)
    return <WallNote title={error ? t('failed') : t('loading')} problem={error} waiting={!error} />
  if (lines.length === 0) return <WallNote title={t('noPoints')} hint={t('noPointsHint')} />
  const running = conference.state === 'in-session'
  const drawn = drawnSeries(
    series.data.items,
    running ? { at: serverNow(), ...presenceOf(lines) } : undefined,
  )
  return (
    <div className={classes.split}>
      {drawn.length > 0 ? <PresenceChart series={drawn} /> : <p className={classes.none}>{t('chartNone')}</p>}
      <aside className={classes.side}>
        <Figures lines={lines} />
        <Worst lines={lines} />
      </aside>
    </div>
  )
}

const sumOf = (lines: readonly BoardLine[], of: (line: BoardLine) => number | undefined): number =>
  lines.reduce((sum, line) => sum + (of(line) ?? 0), 0)

const Figures = ({ lines }: { lines: readonly BoardLine[] }) => {
  const { t } = useTranslation('wall')
  const { present, expected } = presenceOf(lines)
  const others = [
    ['absent', sumOf(lines, ({ absent }) => absent)],
    ['substituted', sumOf(lines, ({ substituted }) => substituted)],
    ['unmarked', sumOf(lines, ({ unmarked }) => unmarked)],
    ['heads', sumOf(lines, ({ heads }) => heads)],
  ] as const
  return (
    <section className={classes.figures}>
      <p className={classes.total} data-long={expected >= 10_000 || undefined}>
        <b>{count(present)}</b>/{count(expected)}
      </p>
      <p className={classes.share}>
        {t('share', { percent: expected > 0 ? Math.floor((present / expected) * 100) : 0 })}
      </p>
      <dl className={classes.others}>
        {others.map(([what, value]) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Worst = ({ lines }: { lines: readonly BoardLine[] }) => {
  const { t } = useTranslation('wall')
  const groups = groupsOf(lines, { centre: t('centre'), others: t('others') })
  const worst = worstOf(groups, isNationwide(lines), worstMost)
  return (
    <section className={classes.worst}>
      <h2 className={classes.heading}>{t('worst')}</h2>
      {worst.length === 0 ? <p className={classes.complete}>{t('complete')}</p> : null}
      <ol className={classes.list}>
        {worst.map(({ name, present, expected, missing }) => (
          <li key={name} className={classes.place}>
            <b>{name}</b>
            <span className={classes.missing}>{t('missing', { count: missing })}</span>
            <span>
              {count(present)}/{count(expected)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
