// How loud the microphone hears: a bar with the mark a spoken sentence must pass.
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import { speakingLevel } from './devices.rules.ts'

export const LevelMeter = ({ level }: { level: number }) => {
  const { t } = useTranslation('meeting')
  return (
    <div className={classes.level}>
      <meter className="visually-hidden" min={0} max={1} value={level} aria-label={t('lobby.level')} />
      <span
        className={classes.loud}
        data-speaking={level >= speakingLevel || undefined}
        style={{ transform: `scaleX(${level})` }}
      />
      <span className={classes.mark} style={{ left: `${speakingLevel * 100}%` }} />
    </div>
  )
}
