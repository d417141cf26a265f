// A conference's own header, the same on all its sections.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { moment } from '#web/lib/format.ts'
import { MainActPlace } from '#web/ui/MainAct.tsx'
import { ConferenceClock } from './ConferenceClock.tsx'
import classes from './ConferenceHeader.module.css'
import { ConferenceState } from './ConferenceState.tsx'
import { ConferenceTitle } from './ConferenceTitle.tsx'

import { Sections } from './Sections.tsx'

export const ConferenceHeader = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const { title, state, startsAt, venue, form, classification } = conference
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <div className={classes.facts}>
          <ConferenceState state={state} />
          <span className={classes.when}>{moment(startsAt)}</span>
          <span>{t(`form.${form}`)}</span>
          <span>{venue}</span>
          <span>{t(`classification.${classification}`)}</span>
        </div>
        <div className={classes.right}>
          <ConferenceClock conference={conference} />
          <MainActPlace />
        </div>
      </div>
      <ConferenceTitle title={title} as="h1" />
      <Sections conference={conference} />
    </header>
  )
}
