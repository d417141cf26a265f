// The answer to an address that leads nowhere.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './Note.module.css'
import { Page } from './Page.tsx'

export const NotFound = () => {
  const { t } = useTranslation()
  return (
    <main data-nowhere>
      <Page>
        <div className={classes.empty}>
          <h1>{t('problem.notFoundTitle')}</h1>
          <p>{t('problem.notFoundHint')}</p>
          <Link to="/conferences">{t('keys.goConferences')}</Link>
        </div>
      </Page>
    </main>
  )
}
