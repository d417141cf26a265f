// One bridge point of the attendance annex: how many of whom, when it was connected, and its delegates a click away.
import { useTranslation } from 'react-i18next'
import type { AnnexRow } from '#functions/archive/sheet.schema.ts'
import { MarkGlyph } from '#web/attendance/MarkGlyph.tsx'
import { count, hourMinute } from '#web/lib/format.ts'
import { Extract } from './Extract.tsx'
import classes from './Record.module.css'

type Point = NonNullable<AnnexRow['point']>
type Props = { record: string; unit: string; point: Point }

export const PointRow = ({ record, unit, point }: Props) => {
  const { t } = useTranslation('record')
  const { delegates, heads, stays, faults, expected } = point
  const here = delegates.filter(
    ({ mark }) => mark === 'present' || mark === 'online' || mark === 'substituted',
  )
  const spans = stays.map(({ from, to }) => `${hourMinute(from)}–${to ? hourMinute(to) : t('point.open')}`)
  return (
    <>
      <div className={classes.row}>
        <b>{unit}</b>
        <span>
          {t('point.present', { shown: count(here.length), expected: count(expected ?? delegates.length) })}
        </span>
        {heads === undefined ? null : (
          <span className={classes.quiet}>{t('point.heads', { shown: count(heads) })}</span>
        )}
        <span className={classes.quiet}>
          {spans.length > 0 ? t('point.joined', { spans: spans.join(', ') }) : t('point.never')}
        </span>
        {faults.length > 0 ? <span>{t('point.faults', { shown: faults.length })}</span> : null}
        <span className={classes.end}>
          <Extract record={record} name={unit} member={{ pointId: point.id }} />
        </span>
      </div>
      {delegates.length > 0 ? (
        <details className={classes.delegates}>
          <summary>{t('point.delegates', { shown: count(delegates.length) })}</summary>
          <ul className={classes.people}>
            {delegates.map((delegate) => (
              <Delegate key={delegate.id} delegate={delegate} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

const Delegate = ({ delegate }: { delegate: Point['delegates'][number] }) => {
  const { t } = useTranslation('record')
  const { name, mark, reason, substitute, late } = delegate
  const more = [
    reason ? t('point.absent', { reason }) : '',
    substitute ? t('point.substitute', { name: substitute }) : '',
    late ? t('point.late') : '',
  ]
  return (
    <li>
      <span>{name}</span>
      <MarkGlyph state={mark} />
      <span className={classes.quiet}>{more.filter(Boolean).join('; ')}</span>
    </li>
  )
}
