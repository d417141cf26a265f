// Gives up what was typed: asked once more, for it does not come back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export const Discard = ({ onDiscard }: { onDiscard: () => void }) => {
  const { t } = useTranslation('entering')
  const common = useTranslation().t
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {t('discard')}
      </Button>
    )
  return (
    <>
      <Button
        variant="outline"
        onClick={() => {
          setAsked(false)
          onDiscard()
        }}
      >
        {t('discardNow')}
      </Button>
      <Button variant="subtle" onClick={() => setAsked(false)}>
        {common('common.cancel')}
      </Button>
    </>
  )
}
