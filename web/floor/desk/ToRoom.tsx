// The way from the desk into the meeting room, in a window of its own: the desk stays where it is.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useMay } from '#web/lib/useMe.ts'
import classes from './Desk.module.css'

export const ToRoom = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const may = useMay(conference)
  const { id, state } = conference
  if (!may('seat:chair') || (state !== 'open' && state !== 'in-session')) return null
  return (
    <Link
      to="/room/$id"
      params={{ id }}
      search={{ seat: 'chair' }}
      target="_blank"
      rel="opener"
      className={classes.back}
    >
      {t('section.room')}
    </Link>
  )
}
