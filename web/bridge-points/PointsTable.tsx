// The table of points.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import table from '#web/ui/table.module.css'
import { useGlow } from '#web/ui/useGlow.ts'
import classes from './Point.module.css'

const numbers = ['absent', 'substituted', 'unmarked', 'heads'] as const

export const PointsTable = ({ conferenceId, lines }: { conferenceId: string; lines: BoardLine[] }) => {
  const { t } = useTranslation()
  const myUnits = useMyUnits()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('point.column.name')}</th>
          <th scope="col">{t('point.column.state')}</th>
          <th scope="col" className={classes.since}>
            {t('point.column.since')}
          </th>
          <th scope="col">{t('point.column.present')}</th>
          {numbers.map((name) => (
            <th key={name} scope="col" className={table.number}>
              {t(`point.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-rows>
        {lines.map((line) => (
          <PointRow
            key={line.pointId}
            conferenceId={conferenceId}
            line={line}
            mine={myUnits.includes(line.unitId)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { conferenceId: string; line: BoardLine; mine: boolean }

const PointRow = ({ conferenceId, line, mine }: RowProps) => {
  const { t } = useTranslation()
  const faults = line.faults
    .filter((kind) => kind !== 'link' || line.state !== 'lost')
    .map((kind) => t(`fault.kind.${kind}`))
    .join(', ')
  const shown = [line.state, faults, line.present, ...numbers.map((name) => line[name])].join()
  const row = useGlow<HTMLTableRowElement>(shown)
  return (
    <tr ref={row} className={mine ? classes.mine : undefined}>
      <td className={classes.point}>
        <Link
          to="/conferences/$id/points/$point"
          params={{ id: conferenceId, point: line.pointId }}
          className={table.link}
        >
          {line.name}
        </Link>
      </td>
      <td>
        <PointGlyph state={line.state} since={faults || undefined} />
      </td>
      <td className={classes.since}>{line.since ? hourMinute(line.since) : ''}</td>
      <td>
        {line.expected > 0 ? (
          <Tally label={t('point.present')} present={line.present} expected={line.expected} />
        ) : null}
      </td>
      {numbers.map((name) => (
        <td key={name} className={table.number}>
          {line[name] || ''}
        </td>
      ))}
    </tr>
  )
}
