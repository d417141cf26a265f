// Whether this phone keeps the invitation: a scanned QR code opens a page of its own, which has to find it.
import { Switch } from '@mantine/core'
import '@mantine/core/styles/Switch.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetLink, isRemembered, rememberLink } from '#web/lib/personal-link.ts'
import classes from './Personal.module.css'

export const RememberLink = ({ sealed }: { sealed: string }) => {
  const { t } = useTranslation('personal')
  const [kept, setKept] = useState(() => isRemembered(sealed))
  const choose = (keep: boolean) => {
    if (keep) rememberLink(sealed)
    else forgetLink()
    setKept(keep)
  }
  return (
    <Switch
      className={classes.remember ?? ''}
      size="md"
      label={t('remember.label')}
      description={t('remember.hint')}
      checked={kept}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  )
}
