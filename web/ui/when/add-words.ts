// Adds the words of the fields for days and times: pages of many folders ask for days.
import { addWords } from '#web/lib/i18n/index.ts'
import * as words from './words.ts'

addWords('when', words)
