// Sealed records found, newest first.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { RecordHead } from '#functions/archive/schema.ts'
import { Held } from '#web/imports/Held.tsx'
import '#web/imports/add-words.ts'
import { day } from '#web/lib/format.ts'
import { StateChip } from '#web/ui/StateChip.tsx'
import table from '#web/ui/table.module.css'

export const RecordsTable = ({ records }: { records: z.infer<typeof RecordHead>[] }) => {
  const { t } = useTranslation()
  const { t: ofImports } = useTranslation('imports')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('archive.column.number')}</th>
          <th scope="col">{t('archive.column.held')}</th>
          <th scope="col">{t('archive.column.title')}</th>
          <th scope="col" className={table.number}>
            {t('archive.column.units')}
          </th>
          <th scope="col">{t('archive.column.sealed')}</th>
        </tr>
      </thead>
      <tbody data-rows>
        {records.map(({ id, number, startsAt, datePrecision, kind, title, units, sealedAt }) => (
          <tr key={id}>
            <td className={table.nowrap}>{kind === 'historical' ? ofImports('historical') : number}</td>
            <td className={table.nowrap}>
              <Held startsAt={startsAt} precision={datePrecision} />
            </td>
            <td className={table.long}>
              <Link to="/archive/$record" params={{ record: id }} className={table.link}>
                {title.join('; ') || ofImports('untitled')}
              </Link>
            </td>
            <td className={table.number}>{units}</td>
            <td>
              <StateChip tone="gold">{day(sealedAt)}</StateChip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
