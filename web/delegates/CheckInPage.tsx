// What a point's QR code opens: checks in whoever holds a personal link on this device or is signed in here.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/lib/problem.ts'
import type { Scan } from '#web/lib/scanned-code.ts'
import { signIn } from '#web/lib/sign-in.ts'
import { invitationOf, isOver, openLink } from '#web/personal/link-api.ts'
import { Shell } from '#web/personal/Shell.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useTry } from '#web/ui/useTry.ts'
import { Waiting } from '#web/ui/Waiting.tsx'
import { CheckingIn } from './CheckingIn.tsx'
import { invitationsOf, ownSelf } from './mine-queries.ts'
import { Say } from './Say.tsx'
import './add-words.ts'
import '#web/personal/add-words.ts'

export const CheckInPage = () => {
  const { scan, sealed, signedIn } = useRouteContext({ from: '/diem-danh' })
  if (scan === undefined) return <Told what="none" />
  if (scan === 'unknown') return <Told what="unknown" />
  // Each scan begins anew, also where the same tab opens the next.
  return (
    <Shell>
      {sealed ? (
        <ByLink key={scan.at} scan={scan} sealed={sealed} signedIn={signedIn} />
      ) : (
        <ByAccount key={scan.at} scan={scan} signedIn={signedIn} />
      )}
    </Shell>
  )
}

const Told = ({ what }: { what: 'none' | 'unknown' }) => (
  <Shell>
    <Say what={what} />
  </Shell>
)

const Loading = () => {
  const { t } = useTranslation('delegate')
  return (
    <>
      <h1 className="visually-hidden">{t('checkIn.title')}</h1>
      <Waiting what={t('checkIn.title').toLocaleLowerCase()} rows={3} />
    </>
  )
}

type Props = { scan: Scan; signedIn: boolean }

/** A link of another conference, or one that has ended, leaves the account. */
const ByLink = ({ scan, sealed, signedIn }: Props & { sealed: string }) => {
  const link = useMemo(() => openLink(sealed), [sealed])
  const { data, error, refetch } = useQuery(invitationOf(link))
  if (data?.conference.id === scan.conferenceId)
    return <CheckingIn scan={scan} invitation={data} self={link} home="/giay-moi" />
  if (data || isOver(error)) return <ByAccount scan={scan} signedIn={signedIn} />
  return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Loading />
}

const ByAccount = ({ scan, signedIn }: Props) => (signedIn ? <SignedIn scan={scan} /> : <SignInFirst />)

const isRefused = (error: unknown): boolean => ['not-allowed', 'not-found'].includes(asProblem(error).slug)

const SignedIn = ({ scan }: { scan: Scan }) => {
  const { data, error, refetch } = useQuery(invitationsOf(scan.conferenceId))
  const invitation = data?.items.find(({ point }) => point.id === scan.pointId) ?? data?.items[0]
  const self = useMemo(() => (invitation ? ownSelf(invitation) : undefined), [invitation])
  if (invitation && self)
    return <CheckingIn scan={scan} invitation={invitation} self={self} home="/conferences/$id/mine" />
  if (data || isRefused(error)) return <Say what="stranger" />
  return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Loading />
}

const SignInFirst = () => {
  const { t } = useTranslation('delegate')
  const entry = useTry(() => signIn('/diem-danh'))
  return (
    <Say what="who">
      {entry.error ? <ProblemNote error={entry.error} /> : null}
      <Button onClick={entry.run} loading={entry.running}>
        {t('checkIn.signIn')}
      </Button>
      <p>{t('checkIn.orLink')}</p>
    </Say>
  )
}
