// Acts done one after another in the order they were pressed: who is faster than the line loses no press.
import { useRef, useState } from 'react'

type Work = { name: string; run: () => Promise<void> }

/**
 * `add` does at once what it can. A press that says again what was pressed last and is not done yet counts once; where an
 * act fails, those pressed after it rested on it and are dropped.
 */
export const useOneByOne = () => {
  const [busy, setBusy] = useState(false)
  const line = useRef<Work[]>([])
  const work = async () => {
    setBusy(true)
    for (let next = line.current[0]; next; next = line.current[0]) {
      try {
        await next.run()
        line.current.shift()
      } catch {
        line.current = []
      }
    }
    setBusy(false)
  }
  const add = (name: string, run: () => Promise<void>): void => {
    if (line.current.at(-1)?.name === name) return
    line.current.push({ name, run })
    if (line.current.length === 1) void work()
  }
  return { busy, add }
}
