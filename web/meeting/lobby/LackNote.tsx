// A camera or a microphone that is not there: why, what to do, and that the room can be entered without.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import notes from '#web/ui/Note.module.css'
import classes from '../Room.module.css'
import type { InputKind, Lack } from './devices.rules.ts'

type Props = { of: InputKind; lack: Lack; onRetry: () => void }

export const LackNote = ({ of, lack, onRetry }: Props) => {
  const { t } = useTranslation('meeting')
  return (
    <div className={`${notes.note} ${classes.lack}`} role="status">
      <p className={notes.what}>{t(`lobby.lack.${of}.${lack}`)}</p>
      <p>{t(`lobby.lack.hint.${lack}`)}</p>
      <p>{t(`lobby.lack.without.${of}`)}</p>
      <Button variant="default" className={classes.touch} onClick={onRetry}>
        {t('lobby.again')}
      </Button>
    </div>
  )
}
