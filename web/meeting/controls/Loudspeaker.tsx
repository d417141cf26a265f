// How loud the room is on this device, and silence.
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Controls.module.css'
import { useLoudspeaker } from './useLoudspeaker.ts'

export const Loudspeaker = () => {
  const { t } = useTranslation('meeting')
  const { volume, off, setVolume, toggle } = useLoudspeaker()
  const silent = off || volume === 0
  const Sign = silent ? IconVolumeOff : IconVolume
  return (
    <div className={classes.loud}>
      <button
        type="button"
        className={classes.turn}
        aria-pressed={off}
        aria-label={t('controls.silence')}
        title={t(silent ? 'controls.silenced' : 'controls.silence')}
        onClick={toggle}
      >
        <Sign size={20} stroke={1.8} aria-hidden="true" />
      </button>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={off ? 0 : Math.round(volume * 100)}
        aria-label={t('controls.volume')}
        onChange={(event) => setVolume(Number(event.currentTarget.value) / 100)}
      />
    </div>
  )
}
