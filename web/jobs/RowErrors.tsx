// The rows of a file that were wrong, each with its line, its column and what is wrong with it.
import { useTranslation } from 'react-i18next'
import { count } from '#web/lib/format.ts'
import table from '#web/ui/table.module.css'
import classes from './Jobs.module.css'

type Props = {
  job: {
    errorCount: number
    errors?: readonly { row: number; pointer?: string | undefined; message: string }[]
  }
}

export const RowErrors = ({ job: { errors = [], errorCount } }: Props) => {
  const { t } = useTranslation('jobs')
  if (errorCount === 0) return null
  return (
    <details className={classes.errors} open>
      <summary>
        {t('errors.many', { count: errorCount, total: count(errorCount), shown: count(errors.length) })}
      </summary>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('errors.row')}</th>
            <th scope="col">{t('errors.column')}</th>
            <th scope="col">{t('errors.what')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ row, pointer, message }) => (
            <tr key={`${row} ${pointer} ${message}`}>
              <td className={table.number}>{count(row)}</td>
              <td>{pointer ?? ''}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
