// Closing ends everybody's session: it is asked for twice, in other words.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyDialog } from '#web/ui/KeyDialog.tsx'
import classes from './Desk.module.css'

type Props = { open: boolean; onClose: () => void; onEnd: () => void }

export const EndDialog = ({ open, onClose, onEnd }: Props) => {
  const { t } = useTranslation('desk')
  return (
    <KeyDialog open={open} title={t('endTitle')} onClose={onClose}>
      <div className={classes.asked}>
        <p>{t('endHint')}</p>
        <div className={classes.row}>
          <Button variant="default" h={44} onClick={onClose}>
            {t('closing.cancel')}
          </Button>
          <Button
            h={44}
            onClick={() => {
              onClose()
              onEnd()
            }}
          >
            {t('closing.now')}
          </Button>
        </div>
      </div>
    </KeyDialog>
  )
}
