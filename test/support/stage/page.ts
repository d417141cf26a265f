// Starts the words, then the stage's own page, as the web's does.
import { fetchLater, startWords } from '#web/lib/i18n/index.ts'

await startWords()
await fetchLater()
await import('./look.tsx')
