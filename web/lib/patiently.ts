// Asks again by itself while the house says that something is not there yet; the page shows that it is at work.
import { asProblem } from './problem.ts'

const pauseMs = 700
const mostPauses = 60

/** @param until the problem that passes by itself @param ask each time with the same key */
export const patiently = async (until: string, ask: () => Promise<unknown>): Promise<unknown> => {
  for (let pauses = 0; ; pauses++)
    try {
      return await ask()
    } catch (error) {
      if (asProblem(error).slug !== until || pauses === mostPauses) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
}
