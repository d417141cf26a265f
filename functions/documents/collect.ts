// Memory is given back when what stands for it is collected, which nothing hurries: done here at once, before and after a
// large document, or a nation's files one after the other take what the largest needs and all that lay about besides.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** As V8 collects when memory has run out: it also gives back the room that short-lived values had grown into. */
type Collector = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

let gc: Collector | undefined

const collector = (): Collector => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collector
}

const collect = (): void => {
  gc ??= collector()
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

const largeData = 200_000

/** @param data how large what is to be set is: for small things it is not worth its time */
export const collectBefore = (data: number): void => {
  if (data >= largeData) collect()
}

const largeDocument = 1_000_000

/** @param made how large what was made is */
export const collectAfter = (made: number): void => {
  if (made >= largeDocument) collect()
}
