// The sections of one conference: those the signed-in person may see.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useMay, useMyRoles, useMyUnits } from '#web/lib/useMe.ts'
import classes from './ConferenceHeader.module.css'
import { FullScreens } from './FullScreens.tsx'

/** Before the session nothing has come about: only those who enter it look. */
const begun = ({ startedAt }: Conference) => startedAt !== undefined

const useSections = (conference: Conference) => {
  const may = useMay(conference)
  const roles = useMyRoles(conference.id)
  const operates = useMyUnits().length > 0
  const isOver = conference.state === 'closed' || conference.state === 'cancelled'
  return [
    { to: '/conferences/$id/my-point', word: 'section.myPoint', shown: operates },
    { to: '/conferences/$id/mine', word: 'section.mine', shown: roles.includes('contributor') },
    { to: '/conferences/$id', word: 'section.overview', shown: true },
    { to: '/conferences/$id/edit', word: 'section.edit', shown: may('conference:edit') && !isOver },
    { to: '/conferences/$id/points', word: 'section.points', shown: true },
    { to: '/conferences/$id/contributions', word: 'section.contributions', shown: true },
    { to: '/conferences/$id/floor', word: 'section.floor', shown: true },
    {
      to: '/conferences/$id/outcomes',
      word: 'section.outcomes',
      shown: may('outcome:write') || begun(conference),
    },
    { to: '/conferences/$id/disagreements', word: 'section.disagreements', shown: may('minutes:read') },
    { to: '/conferences/$id/answers', word: 'section.answers', shown: may('invitations:read') },
    { to: '/conferences/$id/minutes', word: 'section.minutes', shown: may('minutes:read') },
    { to: '/conferences/$id/events', word: 'section.events', shown: may('events:read') },
    { to: '/conferences/$id/steps', word: 'section.steps', shown: may('conference:take-chair') },
  ] as const
}

/** All are fetched with the first, so that a lost line keeps none from opening. */
export const Sections = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation()
  const sections = useSections(conference).filter(({ shown }) => shown)
  return (
    <nav className={classes.sections} aria-label={t('conferences.sections')} data-frame>
      {sections.map(({ to, word }) => (
        <Link
          key={to}
          to={to}
          params={{ id: conference.id }}
          activeOptions={{ exact: to === '/conferences/$id' }}
          className={classes.section}
          preload="render"
          data-section
        >
          {t(word)}
        </Link>
      ))}
      <FullScreens conference={conference} />
    </nav>
  )
}
