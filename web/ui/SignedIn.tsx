// Where the issuer sends people back: takes the code and goes on to where they were going.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishSignIn } from '#web/lib/sign-in.ts'
import { Empty } from './Empty.tsx'
import { Waiting } from './Waiting.tsx'

export const SignedIn = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const taken = useRef(false)
  useEffect(() => {
    // A code serves once, and effects may run twice in development.
    if (taken.current) return
    taken.current = true
    finishSignIn()
      .then((to) => navigate({ href: to, replace: true }))
      .catch(() => setFailed(true))
  }, [navigate])
  if (!failed) return <Waiting what={t('account.signIn')} rows={0} />
  return (
    <main>
      <h1 className="visually-hidden">{t('account.signIn')}</h1>
      <Empty title={t('account.signIn')} hint={t('account.failed')}>
        <a href="/welcome">{t('account.signIn')}</a>
      </Empty>
    </main>
  )
}
