// What a pasted table was read as, row by row, with what is wrong or worth a look.
import { useTranslation } from 'react-i18next'
import type { PastePreview } from '#functions/bridge-points/paste.schema.ts'
import table from '#web/ui/table.module.css'
import classes from './Paste.module.css'

export const PastePreviewTable = ({ preview: { rows, ready, wrong } }: { preview: PastePreview }) => {
  const { t } = useTranslation('operator')
  return (
    <div className={classes.preview}>
      <p role="status">
        <b>{t('paste.ready', { count: ready })}</b>
        {wrong > 0 ? <span className={classes.wrong}> · {t('paste.wrong', { count: wrong })}</span> : null}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('paste.row')}</th>
            <th scope="col">{t('paste.read')}</th>
            <th scope="col">{t('paste.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, display, errors, warnings }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{display}</td>
              <td className={errors.length > 0 ? classes.wrong : undefined}>
                {[...errors, ...warnings].map(({ message }) => message).join(' ') || t('paste.fine')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
