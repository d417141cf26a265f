// One conference of the list: when, what, in which state.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ConferenceLine } from '#functions/conferences/list.schema.ts'
import { day, hourMinute } from '#web/lib/format.ts'
import { useMyRoles } from '#web/lib/useMe.ts'
import { ConferenceState } from './ConferenceState.tsx'
import classes from './ConferencesPage.module.css'
import { ConferenceTitle } from './ConferenceTitle.tsx'

export const ConferenceRow = ({ conference }: { conference: ConferenceLine }) => {
  const { t } = useTranslation()
  const { id, title, startsAt, venue, form, state } = conference
  const mine = useMyRoles(id).includes('contributor')
  return (
    <li className={classes.row}>
      <div className={classes.when}>
        <b>{hourMinute(startsAt)}</b>
        <span>{day(startsAt)}</span>
      </div>
      <div className={classes.what}>
        <Link
          to={mine ? '/conferences/$id/mine' : '/conferences/$id'}
          params={{ id }}
          className={classes.link}
        >
          <ConferenceTitle title={title} />
        </Link>
        <p className={classes.where}>
          {t(`form.${form}`)} · {venue}
        </p>
      </div>
      <ConferenceState state={state} />
    </li>
  )
}
