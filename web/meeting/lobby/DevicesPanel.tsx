// Which camera, microphone and loudspeaker, and how to enter; remembered on this device.
import '#web/ui/checkbox.css'
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '#web/ui/Panel.tsx'
import classes from '../Room.module.css'
import { DeviceChoice } from './DeviceChoice.tsx'
import { LackNote } from './LackNote.tsx'
import { LevelMeter } from './LevelMeter.tsx'
import { prefer, usePreferences } from './preferences.ts'
import { useDevices } from './useDevices.ts'
import type { Inputs } from './useInputs.ts'

type Props = { inputs: Inputs; maySpeak: boolean }

const optional = ['cameraOn', 'microphoneOn', 'lowBandwidth'] as const

/** What is said with a choice. */
const useHints = (maySpeak: boolean) => {
  const { t } = useTranslation('meeting')
  return {
    cameraOn: undefined,
    microphoneOn: maySpeak ? undefined : t('lobby.microphoneLater'),
    lowBandwidth: t('lobby.lowBandwidthHint'),
  }
}

export const DevicesPanel = ({ inputs: { camera, microphone, sound }, maySpeak }: Props) => {
  const { t } = useTranslation('meeting')
  const preferred = usePreferences()
  const devices = useDevices(`${camera.input.state} ${microphone.input.state}`)
  const hints = useHints(maySpeak)
  const lack = microphone.input.state === 'lacking' ? microphone.input.lack : undefined
  return (
    <Panel title={t('lobby.devices')}>
      <div className={classes.stack}>
        <DeviceChoice of="camera" devices={devices.camera} />
        <div>
          <DeviceChoice of="microphone" devices={devices.microphone} />
          {microphone.input.state === 'open' ? <LevelMeter level={sound.level} /> : null}
        </div>
        {lack ? <LackNote of="microphone" lack={lack} onRetry={microphone.again} /> : null}
        {devices.speaker.length > 0 ? <DeviceChoice of="speaker" devices={devices.speaker} /> : null}
        {optional.map((name) => (
          <Checkbox
            key={name}
            size="md"
            label={t(`lobby.${name}`)}
            description={hints[name]}
            checked={preferred[name]}
            onChange={({ currentTarget }) => prefer({ [name]: currentTarget.checked })}
          />
        ))}
      </div>
    </Panel>
  )
}
