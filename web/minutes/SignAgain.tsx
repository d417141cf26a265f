// Signing needs a fresh sign-in: says so, and offers it; afterwards one is back here.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { signIn } from '#web/lib/sign-in.ts'
import classes from '#web/ui/Note.module.css'

export const SignAgain = () => {
  const { t } = useTranslation()
  return (
    <div className={classes.note} data-tone="gold" role="alert">
      <p className={classes.what}>{t('minutes.signAgain')}</p>
      <p>{t('minutes.signAgainHint')}</p>
      <Button variant="default" mt={8} onClick={() => void signIn(undefined, true)}>
        {t('account.signIn')}
      </Button>
    </div>
  )
}
