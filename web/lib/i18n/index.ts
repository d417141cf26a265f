// Words of the interface: Vietnamese comes with the page, English is fetched when asked for.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'

const remembered = 'diemcau.language'

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'vi')

const loadEnglish = async () => {
  const { en } = await import('./en.ts')
  i18next.addResourceBundle('en', 'translation', en)
}

/** Changes the words at once and remembers the choice on this device. */
export const speak = async (language: Language): Promise<void> => {
  if (language === 'en') await loadEnglish()
  await i18next.changeLanguage(language)
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language
}

/** Must finish before the first render. */
export const startWords = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
  })
  if (localStorage.getItem(remembered) === 'en') await speak('en')
}
