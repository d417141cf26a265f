// Adds the words of the register to the interface's; import it wherever they are spoken.
import { addWords } from '#web/lib/i18n/index.ts'
import * as words from './words.ts'

addWords('register', words)
