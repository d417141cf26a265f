// The invitation itself: the title whole, when, where, and whom it is for.
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { ConferenceState } from '#web/conferences/ConferenceState.tsx'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import { currentLanguage } from '#web/lib/i18n/index.ts'
import classes from './Personal.module.css'
import { clockIn, dayIn, isOneDay, momentIn } from './when.ts'

const useSpan = () => {
  const { t } = useTranslation('personal')
  return ({ startsAt, endsAt }: Invitation['conference']): string => {
    const language = currentLanguage()
    if (!endsAt || !isOneDay(startsAt, endsAt)) return momentIn(language, startsAt)
    const [from, to] = [clockIn(language, startsAt), clockIn(language, endsAt)]
    return t('span', { from, to, day: dayIn(language, startsAt) })
  }
}

export const InvitationCard = ({
  invitation: { conference, point, delegate },
}: {
  invitation: Invitation
}) => {
  const { t } = useTranslation('personal')
  const span = useSpan()
  const facts = [
    { name: t('invited'), text: delegate.display, strong: true },
    { name: t('time'), text: span(conference) },
    { name: t('venue'), text: conference.venue },
    { name: t('point'), text: point.name },
    ...(conference.contributionsDueAt
      ? [{ name: t('due'), text: momentIn(currentLanguage(), conference.contributionsDueAt) }]
      : []),
  ]
  return (
    <section className={classes.card}>
      <div className={classes.kind}>
        <span>{t('title')}</span>
        <ConferenceState state={conference.state} />
      </div>
      <ConferenceTitle as="h1" title={conference.title} />
      {conference.state === 'postponed' ? <p className={classes.warn}>{t('postponed')}</p> : null}
      <dl className={classes.facts}>
        {facts.map(({ name, text, strong = false }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{strong ? <b>{text}</b> : text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
