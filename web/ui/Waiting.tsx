// Keeps the layout still while something is fetched, and says what is awaited.
import { useTranslation } from 'react-i18next'
import classes from './Waiting.module.css'

type Props = { what: string; rows?: number }

export const Waiting = ({ what, rows = 6 }: Props) => {
  const { t } = useTranslation()
  return (
    <div className={classes.waiting} role="status" data-waiting>
      <span className={classes.word}>{t('common.loading', { what })}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={`row-${String(row)}`} className={classes.row} aria-hidden="true" />
      ))}
    </div>
  )
}
