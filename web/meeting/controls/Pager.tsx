// Which page of the seats is shown, and the way to the others.
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Controls.module.css'

type Props = { page: number; pages: number; onPage: (page: number) => void }

export const Pager = ({ page, pages, onPage }: Props) => {
  const { t } = useTranslation('meeting')
  if (pages < 2) return null
  return (
    <nav className={classes.pager} aria-label={t('controls.pages')}>
      <button
        type="button"
        className={classes.turn}
        disabled={page === 0}
        aria-label={t('controls.previous')}
        onClick={() => onPage(page - 1)}
      >
        <IconChevronLeft size={20} stroke={1.8} aria-hidden="true" />
      </button>
      <span aria-live="polite">{t('controls.page', { page: page + 1, pages })}</span>
      <button
        type="button"
        className={classes.turn}
        disabled={page === pages - 1}
        aria-label={t('controls.next')}
        onClick={() => onPage(page + 1)}
      >
        <IconChevronRight size={20} stroke={1.8} aria-hidden="true" />
      </button>
    </nav>
  )
}
