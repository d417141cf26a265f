// Present of expected over time as a step line; read out, it is a table of the moments at which something changed.
import { scaleLinear, scaleTime } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import { count, hourMinute } from '#web/lib/format.ts'
import classes from './PresenceChart.module.css'
import { changesIn, type Drawn } from './series.rules.ts'

/** Units of the drawing, which is scaled to its place. */
const size = { width: 1000, height: 620 }
const room = { left: 74, right: 24, top: 34, bottom: 46 }
const figureWidth = 11

/** A nation's figures are longer than a ministry's. */
const leftOf = (ticks: readonly number[]): number =>
  Math.max(room.left, 24 + figureWidth * Math.max(...ticks.map((value) => count(value).length)))

const scalesOf = (series: readonly Drawn[]) => {
  const first = series[0]?.at ?? 0
  const last = Math.max(series.at(-1)?.at ?? 0, first + 60_000)
  const most = Math.max(1, ...series.map(({ expected, present }) => Math.max(expected, present)))
  const y = scaleLinear([0, most], [size.height - room.bottom, room.top]).nice(5)
  const left = leftOf(y.ticks(5))
  return { left, x: scaleTime([first, last], [left, size.width - room.right]), y }
}

export const PresenceChart = ({ series }: { series: Drawn[] }) => {
  const { t } = useTranslation('wall')
  const { left, x, y } = scalesOf(series)
  const path = (of: (drawn: Drawn) => number) =>
    line<Drawn>(
      ({ at }) => x(at),
      (drawn) => y(of(drawn)),
    ).curve(curveStepAfter)(series) ?? ''
  const under =
    area<Drawn>(
      ({ at }) => x(at),
      y(0),
      ({ present }) => y(present),
    ).curve(curveStepAfter)(series) ?? ''
  const last = series.at(-1)
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.title}>{t('chart')}</span>
        <span className={classes.key} data-line="present">
          {t('present')}
        </span>
        <span className={classes.key} data-line="expected">
          {t('expected')}
        </span>
      </figcaption>
      <svg className={classes.chart} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        {y.ticks(5).map((value) => (
          <g key={value} transform={`translate(0 ${y(value)})`}>
            <line className={classes.grid} x1={left} x2={size.width - room.right} />
            <text className={classes.tick} x={left - 12} dy="0.35em" textAnchor="end">
              {count(value)}
            </text>
          </g>
        ))}
        {x.ticks(6).map((at) => (
          <text
            key={at.getTime()}
            className={classes.tick}
            x={x(at)}
            y={size.height - 12}
            textAnchor="middle"
          >
            {hourMinute(at.getTime())}
          </text>
        ))}
        <path className={classes.area} d={under} />
        <path className={classes.expected} d={path(({ expected }) => expected)} />
        <path className={classes.present} d={path(({ present }) => present)} />
        {last ? <circle className={classes.now} cx={x(last.at)} cy={y(last.present)} r="9" /> : null}
      </svg>
      <ReadOut series={series} />
    </figure>
  )
}

const ReadOut = ({ series }: { series: Drawn[] }) => {
  const { t } = useTranslation('wall')
  return (
    <div className="visually-hidden">
      <table>
        <caption>{t('chart')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chartAt')}</th>
            <th scope="col">{t('present')}</th>
            <th scope="col">{t('expected')}</th>
          </tr>
        </thead>
        <tbody>
          {changesIn(series).map(({ at, present, expected }) => (
            <tr key={at}>
              <th scope="row">{hourMinute(at)}</th>
              <td>{count(present)}</td>
              <td>{count(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
