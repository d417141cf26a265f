// The interface's words for components rendered without a browser.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { vi as later } from '#web/lib/i18n/later.vi.ts'
import { vi } from '#web/lib/i18n/vi.ts'

export const withWords = async (): Promise<void> => {
  const interpolation = { escapeValue: false }
  await i18next
    .use(initReactI18next)
    .init({ lng: 'vi', resources: { vi: { translation: { ...vi, ...later } } }, interpolation })
}
