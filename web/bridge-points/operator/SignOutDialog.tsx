// Whoever signs out with acts unsent is told first: they stay here, and nobody else can send them.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ownOf } from '#web/lib/outbox/outbox.rules.ts'
import { readOutbox } from '#web/lib/outbox/outbox.ts'
import { useOutbox } from '#web/lib/outbox/useOutbox.ts'
import { signOut } from '#web/lib/sign-in.ts'
import classes from './UnsentBar.module.css'

export const SignOutDialog = () => {
  const { t } = useTranslation('operator')
  const { acts, sub } = useOutbox()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const ask = (event: Event) => {
      const { acts, sub } = readOutbox()
      if (ownOf(acts, sub).length === 0) return
      event.preventDefault()
      dialog.current?.showModal()
    }
    addEventListener('diemcau:sign-out', ask)
    return () => removeEventListener('diemcau:sign-out', ask)
  }, [])
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="leaving-title">
      <h2 id="leaving-title">{t('leaving.title')}</h2>
      <p>{t('leaving.text', { count: ownOf(acts, sub).length })}</p>
      <div className={classes.acts}>
        <Button variant="default" autoFocus onClick={() => dialog.current?.close()}>
          {t('leaving.stay')}
        </Button>
        <Button variant="subtle" onClick={() => void signOut()}>
          {t('leaving.leave')}
        </Button>
      </div>
    </dialog>
  )
}
