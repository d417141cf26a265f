// The table of units found, each with the unit above it and the name through which it was found.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FoundUnit } from '#functions/directory/schema.ts'
import type { UnitType } from '#functions/directory/unit-types.data.ts'
import { day } from '#web/lib/format.ts'
import table from '#web/ui/table.module.css'

export const UnitsTable = ({ units }: { units: readonly FoundUnit[] }) => {
  const { t } = useTranslation('directory')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.type')}</th>
          <th scope="col">{t('column.parent')}</th>
          <th scope="col">{t('column.span')}</th>
        </tr>
      </thead>
      <tbody data-rows>
        {units.map(({ id, name, type, parentName, through, validFrom, validTo }) => (
          <tr key={id}>
            <td>
              <Link to="/units/$unit" params={{ unit: id }} className={table.link}>
                {name}
              </Link>
              {through ? <div className={table.quiet}>{t('through', { name: through })}</div> : null}
            </td>
            <td>{t(`types.${type as UnitType}`)}</td>
            <td>{parentName ?? '–'}</td>
            <td className={table.nowrap}>
              {day(validFrom)} – {validTo ? day(validTo) : t('now')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
