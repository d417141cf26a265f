// Who has spoken, for how long; and who was passed over, with the reason.
import { useTranslation } from 'react-i18next'
import { hourMinute, runningTime } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import table from '#web/ui/table.module.css'
import type { FloorNow } from './Speaking.tsx'

type Props = { floor: FloorNow; pointName: (pointId: string) => string }

export const DoneTurns = ({ floor, pointName }: Props) => {
  const { t } = useTranslation()
  if (floor.done.length === 0) return null
  return (
    <Panel title={t('floor.done')} flush>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('floor.column.point')}</th>
            <th scope="col">{t('floor.column.speaker')}</th>
            <th scope="col" className={table.number}>
              {t('floor.column.from')}
            </th>
            <th scope="col" className={table.number}>
              {t('floor.column.length')}
            </th>
          </tr>
        </thead>
        <tbody>
          {floor.done.map((turn) => (
            <tr key={turn.id}>
              <td>{pointName(turn.pointId)}</td>
              <td className={table.quiet}>
                {turn.speaker.display}
                {turn.reason ? ` · ${t('floor.skipped')}: ${turn.reason}` : ''}
              </td>
              <td className={table.number}>{turn.startedAt ? hourMinute(turn.startedAt) : '–'}</td>
              <td className={table.number}>
                {turn.seconds === undefined ? '–' : runningTime(turn.seconds * 1000)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
