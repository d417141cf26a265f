// How pages look and speak: light or dark, Vietnamese or English; remembered on this device.
import { useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage, speak } from '#web/lib/i18n/index.ts'

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true }

export const LookSwitches = ({ className = '' }: { className?: string | undefined }) => {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const systemDark = colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches
  const dark = colorScheme === 'dark' || systemDark
  const other = currentLanguage() === 'vi' ? 'en' : 'vi'
  return (
    <>
      <button type="button" className={className} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
        {dark ? <IconSun {...icon} /> : <IconMoon {...icon} />}
        <span>{dark ? t('settings.light') : t('settings.dark')}</span>
      </button>
      <button type="button" className={className} onClick={() => void speak(other)} lang={other}>
        <IconLanguage {...icon} />
        <span>{t('settings.language')}</span>
      </button>
    </>
  )
}
