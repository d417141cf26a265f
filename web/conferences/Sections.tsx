// The sections of one conference: those the signed-in person may see, the day's work in sight.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useMay, useMyRoles, useMyUnits } from '#web/lib/useMe.ts'
import classes from './ConferenceHeader.module.css'
import { FullScreens } from './FullScreens.tsx'
import { MoreSections } from './MoreSections.tsx'
import { arranged, type SectionName, sectionNames } from './section-order.ts'
import { places } from './section-places.ts'

/** Before the session nothing has come about: only those who enter it look. */
const begun = ({ startedAt }: Conference) => startedAt !== undefined

const useShown = (conference: Conference): SectionName[] => {
  const may = useMay(conference)
  const roles = useMyRoles(conference.id)
  const operates = useMyUnits().length > 0
  const isOver = conference.state === 'closed' || conference.state === 'cancelled'
  const shown: Partial<Record<SectionName, boolean>> = {
    myPoint: operates,
    mine: roles.includes('contributor'),
    edit: may('conference:edit') && !isOver,
    outcomes: may('outcome:write') || begun(conference),
    disagreements: may('minutes:read'),
    answers: may('invitations:read'),
    minutes: may('minutes:read'),
    recordings: may('recording:read') && (begun(conference) || conference.openedAt !== undefined),
    bulletin: may('bulletin:read') && conference.state === 'closed' && conference.classification === 'public',
    events: may('events:read'),
    steps: may('conference:take-chair'),
  }
  return sectionNames.filter((name) => shown[name] ?? true)
}

/** All are fetched with the first, so that a lost line keeps none from opening. */
export const Sections = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const { inSight, more } = arranged(useShown(conference), conference.state)
  return (
    <nav className={classes.sections} aria-label={t('conferences.sections')} data-frame>
      {inSight.map((name) => (
        <Link
          key={name}
          to={places[name]}
          params={{ id: conference.id }}
          activeOptions={{ exact: name === 'overview' }}
          className={classes.section}
          preload="render"
          data-section
        >
          {t(`section.${name}`)}
        </Link>
      ))}
      {more.length > 0 ? <MoreSections conference={conference.id} names={more} /> : null}
      <FullScreens conference={conference} />
    </nav>
  )
}
