// The way back to the archive.
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import back from '#web/ui/BackLink.module.css'

export const ToArchive = () => {
  const { t } = useTranslation()
  return (
    <Link to="/archive" className={`${back.back} no-print`}>
      <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
      {t('places.archive')}
    </Link>
  )
}
