// The library's memory is given back when the small values that stand for it are collected, which nothing hurries: done
// here at once, or a nation's files one after the other take twice the memory of the largest.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let gc: (() => void) | undefined

const collector = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

const largeBytes = 1_000_000

/** @param made how large what was made is: after small things it is not worth its time */
export const collectAfter = (made: number): void => {
  if (made < largeBytes) return
  gc ??= collector()
  gc()
}
