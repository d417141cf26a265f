// Makes every message key checked: a word that does not exist does not compile.
import type { PersonalWords } from '#web/personal/words.ts'
import type { Words } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words; personal: PersonalWords }
  }
}
