// The way back to past conferences.
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import back from '#web/ui/BackLink.module.css'
import './add-words.ts'

export const ToImports = () => {
  const { t } = useTranslation('imports')
  return (
    <Link to="/archive/imports" className={`${back.back} no-print`}>
      <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
      {t('back')}
    </Link>
  )
}
