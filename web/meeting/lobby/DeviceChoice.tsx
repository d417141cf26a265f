// The choice of one device, by the name its maker gave it.
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { noDevice, prefer, usePreferences } from './preferences.ts'

type Kind = 'camera' | 'microphone' | 'speaker'
type Props = { of: Kind; devices: readonly MediaDeviceInfo[] }

export const DeviceChoice = ({ of, devices }: Props) => {
  const { t } = useTranslation('meeting')
  const chosen = usePreferences()[of] ?? ''
  const none = of === 'speaker' ? [] : [{ value: noDevice, label: t('lobby.none') }]
  return (
    <NativeSelect
      size="md"
      label={t(`lobby.${of}`)}
      value={chosen}
      onChange={({ currentTarget }) => prefer({ [of]: currentTarget.value || undefined })}
      data={[
        { value: '', label: t('lobby.any') },
        ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ...none,
      ]}
    />
  )
}
