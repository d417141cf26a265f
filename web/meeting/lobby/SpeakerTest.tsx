// Plays three notes at the loudspeaker and asks whether they were heard: no page can hear a room.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import type { Verdict } from './checks.rules.ts'
import { playTone } from './play-tone.ts'
import { usePreferences } from './preferences.ts'

export const SpeakerTest = ({ onVerdict }: { onVerdict: (verdict: Verdict) => void }) => {
  const { t } = useTranslation('meeting')
  const { speaker } = usePreferences()
  const [state, setState] = useState<'before' | 'playing' | 'asking'>('before')
  const play = async () => {
    setState('playing')
    await playTone(speaker)
    setState('asking')
  }
  return (
    <div className={classes.row}>
      <Button
        variant="default"
        className={classes.touch}
        disabled={state === 'playing'}
        onClick={() => void play()}
      >
        {t(state === 'playing' ? 'lobby.check.playing' : 'lobby.check.play')}
      </Button>
      {state === 'asking' ? (
        <>
          <Button variant="default" className={classes.touch} onClick={() => onVerdict('pass')}>
            {t('lobby.check.heard')}
          </Button>
          <Button variant="subtle" className={classes.touch} onClick={() => onVerdict('fail')}>
            {t('lobby.check.notHeard')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
