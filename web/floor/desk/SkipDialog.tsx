// Why somebody is passed over: one of few reasons by its number, or another in words.
import { Button, Kbd, TextInput } from '@mantine/core'
import '@mantine/core/styles/Kbd.css'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyDialog } from '#web/ui/KeyDialog.tsx'
import classes from './Desk.module.css'
import type { Skippable } from './useDeskActs.ts'

type Props = {
  skipping: Skippable | undefined
  onClose: () => void
  onSkip: (skipping: Skippable, reason: string) => void
}

const reasons = ['silent', 'link', 'given', 'time'] as const

export const SkipDialog = ({ skipping, onClose, onSkip }: Props) => {
  const { t } = useTranslation('desk')
  const why = useId()
  const skip = (reason: string) => {
    onClose()
    if (skipping && reason) onSkip(skipping, reason)
  }
  const onKey = ({ key, target }: React.KeyboardEvent) => {
    const reason = reasons[Number(key) - 1]
    if (reason && !(target instanceof HTMLInputElement)) skip(t(`skipReason.${reason}`))
  }
  return (
    <KeyDialog
      open={skipping !== undefined}
      title={t('skipTitle', { who: skipping?.who })}
      onClose={onClose}
      onKey={onKey}
    >
      <fieldset aria-labelledby={why} className={classes.asked}>
        <p id={why}>{t('skipWhy')}</p>
        {reasons.map((reason, at) => (
          <Button
            key={reason}
            variant="default"
            h={48}
            justify="space-between"
            rightSection={<Kbd aria-hidden="true">{at + 1}</Kbd>}
            onClick={() => skip(t(`skipReason.${reason}`))}
          >
            {t(`skipReason.${reason}`)}
          </Button>
        ))}
        <form
          className={classes.other}
          onSubmit={(event) => {
            event.preventDefault()
            skip(String(new FormData(event.currentTarget).get('reason') ?? '').trim())
          }}
        >
          <TextInput name="reason" label={t('another.label')} required maxLength={500} size="md" />
          <Button type="submit" variant="default" h={44}>
            {t('another.send')}
          </Button>
        </form>
      </fieldset>
    </KeyDialog>
  )
}
