// What a schedule does daily on AWS, done here: at the start and whenever a day has begun, also after the machine slept.
import { civilDay } from '#functions/shared/time.ts'

type Daily = {
  now: () => Date
  /** Must be content with a repeat: what it made for the day is what remembers the day. */
  act: () => Promise<unknown>
  /** Between two looks at the clock. */
  everyMs?: number
}

/** A timer over 24 hours would sleep with the machine; a look a minute does not. @returns what stops it */
export const startDaily = ({ now, act, everyMs = 60_000 }: Daily) => {
  let done = ''
  let running: Promise<void> | undefined
  const once = async (day: string) => {
    try {
      await act()
      done = day
    } catch (error) {
      console.error('A daily duty failed and is tried again:', error)
    }
  }
  const look = (): Promise<void> => {
    const day = civilDay(now().toISOString())
    if (day === done) return Promise.resolve()
    running ??= once(day).finally(() => {
      running = undefined
    })
    return running
  }
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
