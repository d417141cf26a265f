// A scanned code is sent once for a delegate who is known; whatever comes of it is said in words they act on.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import type { Scan } from '#web/lib/scanned-code.ts'
import { useAct } from '#web/lib/useAct.ts'
import { CodeForm } from '#web/personal/CheckInPanel.tsx'
import own from '#web/personal/Personal.module.css'
import type { Self } from '#web/personal/self.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './CheckIn.module.css'
import { Say } from './Say.tsx'
import { outcomeOf } from './scan-outcome.ts'

type Props = {
  scan: Scan
  invitation: Invitation
  self: Self
  /** Where the delegate's own page is. */
  home: '/giay-moi' | '/conferences/$id/mine'
}

export const CheckingIn = ({ scan, invitation, self, home }: Props) => {
  // As it was when the page opened: what is said of a code does not change while it is read.
  const [openedAt] = useState(Date.now)
  const outcome = outcomeOf(scan, invitation, openedAt)
  const { conference, point, delegate } = invitation
  const back = <Home home={home} id={conference.id} />
  switch (outcome) {
    case 'send':
      return <Sending scan={scan} self={self} invitation={invitation} back={back} />
    case 'claimed':
    case 'confirmed':
      return <Done what={outcome} invitation={invitation} back={back} />
    case 'waited':
      return (
        <Say what="waited">
          <CodeForm self={self} name={`${delegate.id}.code`} told />
          {back}
        </Say>
      )
    default:
      return (
        <Say what={outcome} point={point.name}>
          {back}
        </Say>
      )
  }
}

const Home = ({ home, id }: { home: Props['home']; id: string }) => {
  const { t } = useTranslation('delegate')
  return home === '/giay-moi' ? (
    <Button variant="default" renderRoot={(props) => <Link to="/giay-moi" {...props} />}>
      {t('checkIn.toInvitation')}
    </Button>
  ) : (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/conferences/$id/mine" params={{ id }} {...props} />}
    >
      {t('checkIn.toMine')}
    </Button>
  )
}

type SendingProps = Pick<Props, 'scan' | 'self' | 'invitation'> & { back: React.ReactNode }

const Sending = ({ scan, self, invitation, back }: SendingProps) => {
  const { t } = useTranslation('delegate')
  const act = useAct(self.checkIn, [self.key])
  const begun = useRef(false)
  const { mutate } = act
  useEffect(() => {
    // Effects may run twice in development; a code is sent once.
    if (begun.current) return
    begun.current = true
    mutate(scan.code)
  }, [mutate, scan.code])
  if (act.error?.slug === 'check-in-code-wrong')
    return (
      <Say what="old">
        <CodeForm self={self} name={`${invitation.delegate.id}.code`} told />
        {back}
      </Say>
    )
  if (act.error)
    return (
      <>
        <h1 className="visually-hidden">{t('checkIn.title')}</h1>
        <ProblemNote error={act.error} onRetry={() => act.mutate(scan.code)} />
        {back}
      </>
    )
  return (
    <>
      <h1 className="visually-hidden">{t('checkIn.title')}</h1>
      <Waiting what={t('checkIn.sending').toLocaleLowerCase()} rows={3} />
    </>
  )
}

type DoneProps = {
  what: 'claimed' | 'confirmed'
  invitation: Invitation
  back: React.ReactNode
}

/** Who, where, when. */
const Done = ({ what, invitation: { conference, delegate, point, checkIn, mark }, back }: DoneProps) => {
  const { t } = useTranslation('delegate')
  const at = checkIn?.at ?? mark?.at
  return (
    <Say what={what}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('checkIn.name')}</dt>
          <dd>{delegate.display}</dd>
        </div>
        <div>
          <dt>{t('checkIn.point')}</dt>
          <dd>{point.name}</dd>
        </div>
        {at ? (
          <div>
            <dt>{t('checkIn.at')}</dt>
            <dd>{hourMinute(at)}</dd>
          </div>
        ) : null}
      </dl>
      {conference.state === 'open' ? <p className={own.warn}>{t('checkIn.rehearsal')}</p> : null}
      {back}
    </Say>
  )
}
