// The ways out of a conference's frame: the chair's desk for whoever runs the floor, the meeting room for the house's
// seats, the hall's screens for the secretariat.
import { IconDeviceDesktop, IconGavel, IconVideo } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useMay, useMyRoles } from '#web/lib/useMe.ts'
import classes from './ConferenceHeader.module.css'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true }

const chairing = ['chair', 'deputy-chair']

const houseSeats = ['chair', 'desk'] as const

export const FullScreens = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const may = useMay(conference)
  const roles = useMyRoles(conference.id)
  const params = { id: conference.id }
  const { state } = conference
  const seat = houseSeats.find((one) => may(`seat:${one}`))
  return (
    <>
      {roles.some((role) => chairing.includes(role)) ? (
        <Link to="/chair/$id" params={params} className={classes.section} data-full data-gold>
          <IconGavel {...icon} />
          {t('section.desk')}
        </Link>
      ) : null}
      {seat && (state === 'open' || state === 'in-session') ? (
        <Link
          to="/room/$id"
          params={params}
          search={{ seat }}
          target="_blank"
          rel="opener"
          className={classes.section}
          data-full
        >
          <IconVideo {...icon} />
          {t('section.room')}
        </Link>
      ) : null}
      {may('attendance:export') ? (
        <Link to="/board/$id" params={params} className={classes.section} data-full>
          <IconDeviceDesktop {...icon} />
          {t('section.wall')}
        </Link>
      ) : null}
    </>
  )
}
