// The invitation itself: the title whole, when, where, and whom it is for.
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { ConferenceState } from '#web/conferences/ConferenceState.tsx'
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

type Props = {
  invitation: Invitation
  /** Once the room is open what to do goes first, and the facts fold away. */
  live: boolean
}

export const InvitationCard = ({ invitation, live }: Props) => {
  const { t } = useTranslation('personal')
  const { conference } = invitation
  const last = conference.title.length - 1
  return (
    <section className={classes.card}>
      <div className={classes.kind}>
        <span>{t('title')}</span>
        <ConferenceState state={conference.state} />
      </div>
      <h1 className={classes.title}>
        {conference.title.map((part, at) => (
          <span key={part}>{at < last ? `${part}; ` : part}</span>
        ))}
      </h1>
      {conference.state === 'postponed' ? <p className={classes.warn}>{t('postponed')}</p> : null}
      {live ? (
        <details className={classes.details}>
          <summary>{t('details')}</summary>
          <Facts invitation={invitation} />
        </details>
      ) : (
        <Facts invitation={invitation} />
      )}
    </section>
  )
}

/** When, where, until when, and for whom. */
export const Facts = ({ invitation: { conference, point, delegate } }: Pick<Props, 'invitation'>) => {
  const { t } = useTranslation('personal')
  const span = useSpan()
  const { venue, contributionsDueAt: due } = conference
  const facts = [
    [t('time'), span(conference)],
    [t('venue'), venue],
    [t('point'), point.name],
    ...(due ? [[t('due'), momentIn(currentLanguage(), due)]] : []),
  ]
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('invited')}</dt>
        <dd>
          <b>{delegate.display}</b>
        </dd>
      </div>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
