// The answer to an address that leads nowhere.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Emblem } from './Emblem.tsx'
import classes from './Note.module.css'

export const NotFound = () => {
  const { t } = useTranslation()
  return (
    <main className={classes.alone} data-nowhere>
      <Emblem size={44} />
      <div className={classes.empty}>
        <h1>{t('problem.notFoundTitle')}</h1>
        <p>{t('problem.notFoundHint')}</p>
        <Link to="/conferences">{t('keys.goConferences')}</Link>
      </div>
    </main>
  )
}
