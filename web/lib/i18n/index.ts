// Words of the interface: Vietnamese comes with the page that speaks it, English is fetched when asked for.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'

const remembered = 'diemcau.language'

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'vi')

/** Added to what the first page speaks. */
const addLater = (language: Language, words: object) =>
  i18next.addResourceBundle(language, 'translation', words, true)

let english = false
let later: Promise<void> | undefined

const addEnglish = async () => {
  if (english) addLater('en', (await import('./later.en.ts')).en)
}

/** Fetches the words of conferences and of the archive; must finish before a page that speaks them is drawn. */
export const fetchLater = (): Promise<void> => {
  later ??= import('./later.vi.ts').then(({ vi }) => addLater('vi', vi)).then(addEnglish)
  return later
}

const fetchEnglish = async () => {
  english = true
  const { en } = await import('./en.ts')
  i18next.addResourceBundle('en', 'translation', en, true)
  if (later) await later.then(addEnglish)
}

/**
 * Adds the words of one folder, in a namespace of their own; they come with the folder's pages.
 * @param namespace as registered in i18next.d.ts
 */
export const addWords = (namespace: string, words: Record<Language, object>): void => {
  for (const language of ['vi', 'en'] as const)
    i18next.addResourceBundle(language, namespace, words[language])
}

/** Changes the words at once and remembers the choice on this device. */
export const speak = async (language: Language): Promise<void> => {
  if (language === 'en') await fetchEnglish()
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
