// How loud the microphone hears: a bar with the mark a spoken sentence must pass.
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import { speakingLevel } from './devices.rules.ts'

export const LevelMeter = ({ level }: { level: number }) => {
  const { t } = useTranslation('meeting')
  return (
    <meter
      className={classes.level}
      min={0}
      max={1}
      low={speakingLevel}
      optimum={1}
      value={level}
      aria-label={t('lobby.level')}
    />
  )
}
