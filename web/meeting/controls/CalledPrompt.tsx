// Our point has the floor and is not heard yet: one large button, one key; nobody's microphone opens unasked.
import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '#web/ui/checkbox.css'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../lobby/preferences.ts'
import { useRoom } from '../room-context.ts'
import classes from './Controls.module.css'
import { KeySign } from './KeySign.tsx'
import { rememberOpening } from './useMicrophone.ts'

export const CalledPrompt = ({ onOpen }: { onOpen: () => void }) => {
  const { t } = useTranslation('meeting')
  const { maySpeak } = useRoom()
  const { openWhenCalled = false } = usePreferences()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Not while somebody types.
    if (maySpeak && document.activeElement === document.body) button.current?.focus()
  }, [maySpeak])
  return (
    <section className={classes.prompt} role="alert">
      <div className={classes.promptWords}>
        <p className={classes.promptTitle}>{t('controls.called')}</p>
        <p>{t(maySpeak ? 'controls.calledHint' : 'controls.calledComing')}</p>
      </div>
      <Checkbox
        label={t('controls.openNext')}
        checked={openWhenCalled}
        onChange={(event) => rememberOpening(event.currentTarget.checked)}
      />
      <Button
        ref={button}
        className={classes.open}
        disabled={!maySpeak}
        data-main-act
        onClick={onOpen}
        rightSection={<KeySign of="microphone" />}
      >
        {t('controls.openNow')}
      </Button>
    </section>
  )
}
