// What held from when to when, the latest first.
import { useTranslation } from 'react-i18next'
import { day } from '#web/lib/format.ts'
import table from '#web/ui/table.module.css'

type Spell = { shown: React.ReactNode; validFrom: string; validTo?: string | undefined }

export const Spells = ({ head, spells }: { head: string; spells: readonly Spell[] }) => {
  const { t } = useTranslation('directory')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('unit.from')}</th>
          <th scope="col">{t('unit.to')}</th>
        </tr>
      </thead>
      <tbody>
        {spells.toReversed().map(({ shown, validFrom, validTo }) => (
          <tr key={validFrom}>
            <td>{shown}</td>
            <td className={table.nowrap}>{day(validFrom)}</td>
            <td className={table.nowrap}>{validTo ? day(validTo) : t('now')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
