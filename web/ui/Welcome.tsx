// Before sign-in: what this is, and the one act.
import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signIn } from '#web/lib/sign-in.ts'
import { Emblem } from './Emblem.tsx'
import { ProblemNote } from './ProblemNote.tsx'
import { useTry } from './useTry.ts'
import classes from './Welcome.module.css'

export const Welcome = () => {
  const { t } = useTranslation()
  const { to } = useSearch({ from: '/welcome' })
  const entry = useTry(() => signIn(to ?? '/'))
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.mark}>
          <Emblem size={44} />
          <span>{t('product')}</span>
        </div>
        <h1 className={classes.title}>{t('account.welcome')}</h1>
        <p>{t('account.lead')}</p>
        {entry.error ? <ProblemNote error={entry.error} /> : null}
        <Button size="md" onClick={entry.run} loading={entry.running} data-main-act>
          {t('account.signIn')}
        </Button>
        <p className={classes.how}>{t('account.how')}</p>
      </div>
    </main>
  )
}
