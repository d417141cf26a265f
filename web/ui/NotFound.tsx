// The answer to an address that leads nowhere.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from './Empty.tsx'

export const NotFound = () => {
  const { t } = useTranslation()
  return (
    <Empty title={t('problem.notFoundTitle')} hint={t('problem.notFoundHint')}>
      <Link to="/conferences">{t('keys.goConferences')}</Link>
    </Empty>
  )
}
