// Makes every message key checked: a word that does not exist does not compile.
import type { Words } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words }
  }
}
