// Adds the words of personal links to the interface's; import it wherever they are spoken.
import i18next from 'i18next'
import { en, vi } from './words.ts'

i18next.addResourceBundle('vi', 'personal', vi)
i18next.addResourceBundle('en', 'personal', en)
