// Adds the words of a record's page to the interface's; import it wherever they are spoken.
import { addWords } from '#web/lib/i18n/index.ts'
import * as words from './record-words.ts'

addWords('record', words)
