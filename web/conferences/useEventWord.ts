// What an event is called in the interface; one we have no word for keeps its own name.
import { useTranslation } from 'react-i18next'
import { vi } from '#web/lib/i18n/later.vi.ts'

type EventName = keyof typeof vi.event.name

const isKnown = (name: string): name is EventName => Object.hasOwn(vi.event.name, name)

export const useEventWord = () => {
  const { t } = useTranslation()
  return (name: string): string => {
    const key = name.replace('.', ' ')
    return isKnown(key) ? t(`event.name.${key}`) : name
  }
}
