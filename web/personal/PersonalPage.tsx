// What a personal link opens: one delegate's invitation, and what they may do with it. No account is asked for.
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetLink } from '#web/lib/personal-link.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { AnswerPanel } from './AnswerPanel.tsx'
import { CheckInPanel } from './CheckInPanel.tsx'
import { InvitationCard } from './InvitationCard.tsx'
import { LinkOver } from './LinkOver.tsx'
import { invitationOf, isOver, type OpenLink, openLink } from './link-api.ts'
import { PapersPanel } from './PapersPanel.tsx'
import classes from './Personal.module.css'
import { PlacePanel } from './PlacePanel.tsx'
import { RememberLink } from './RememberLink.tsx'
import { Shell } from './Shell.tsx'
import './add-words.ts'

export const PersonalPage = () => {
  const { sealed } = useRouteContext({ from: '/giay-moi' })
  const link = useMemo(() => (sealed ? openLink(sealed) : undefined), [sealed])
  return (
    <Shell>
      {link && sealed ? <Opened key={sealed} link={link} sealed={sealed} /> : <LinkOver slug="none" />}
    </Shell>
  )
}

const Opened = ({ link, sealed }: { link: OpenLink; sealed: string }) => {
  const { t } = useTranslation('personal')
  const { data, error, refetch } = useQuery(invitationOf(link))
  useEffect(() => {
    if (isOver(error)) forgetLink()
  }, [error])
  if (isOver(error) && !data) return <LinkOver slug={error.slug} />
  if (!data)
    return (
      <>
        <h1 className="visually-hidden">{t('title')}</h1>
        {error ? (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting what={t('title').toLocaleLowerCase()} />
        )}
      </>
    )
  const live = data.conference.state === 'open' || data.conference.state === 'in-session'
  const coming = data.delegate.state === 'expected'
  return (
    <>
      {error ? (
        <ProblemNote error={error} onRetry={isOver(error) ? undefined : () => void refetch()} />
      ) : null}
      <InvitationCard invitation={data} live={live} />
      {live && coming ? <CheckInPanel self={link} invitation={data} /> : null}
      {live && coming ? <PlacePanel link={link} /> : null}
      <AnswerPanel self={link} invitation={data} main={!live} />
      <PapersPanel link={link} invitation={data} />
      {coming ? <RememberLink sealed={sealed} /> : null}
      <p className={classes.own}>{t('own')}</p>
    </>
  )
}
