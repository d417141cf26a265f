// Gives up what was typed: asked once more, for it does not come back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** @param word what to call it, where it is more than giving up */
export const Discard = ({ word, onDiscard }: { word?: string; onDiscard: () => void }) => {
  const { t } = useTranslation('entering')
  const common = useTranslation().t
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {word ?? t('discard')}
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
