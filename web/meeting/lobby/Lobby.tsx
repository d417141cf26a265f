// Before sitting down: one's own picture, the devices, what was checked, and the one act that enters.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import classes from '../Room.module.css'
import type { SeatRef } from '../seat.rules.ts'
import { ChecksPanel } from './ChecksPanel.tsx'
import { DevicesPanel } from './DevicesPanel.tsx'
import { Preview } from './Preview.tsx'
import { useInputs } from './useInputs.ts'

type Props = { conference: Conference; seat: SeatRef; maySpeak: boolean; onEnter: () => void }

export const Lobby = ({ conference, seat, maySpeak, onEnter }: Props) => {
  const { t } = useTranslation('meeting')
  const inputs = useInputs()
  return (
    <div className={classes.lobby}>
      <header className={classes.lobbyHead}>
        <h2>{t('lobby.title')}</h2>
        <Button className={classes.touch} size="md" data-main-act onClick={onEnter}>
          {t('lobby.enter')}
        </Button>
      </header>
      <div className={classes.stack}>
        <Preview camera={inputs.camera} />
        <ChecksPanel conferenceId={conference.id} seat={seat} inputs={inputs} />
      </div>
      <DevicesPanel inputs={inputs} maySpeak={maySpeak} />
    </div>
  )
}
