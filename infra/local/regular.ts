// What schedules do on AWS, done here: at the start and whenever a day, or another turn, has begun; also after the machine slept.
import { civilDay } from '#functions/shared/time.ts'

type Regular = {
  now: () => Date
  /** Must be content with a repeat. @returns undefined where there was nothing to do it with: it is asked again soon */
  act: () => Promise<unknown>
  /** What is done once in each: a day of Asia/Ho_Chi_Minh unless told. */
  turnOf?: (instant: string) => string
  /** Between two looks at the clock. */
  everyMs?: number
}

/** A turn of a quarter of an hour. */
export const quarterOf = (instant: string): string => String(Math.floor(Date.parse(instant) / 900_000))

/** A timer over 24 hours would sleep with the machine; a look a minute does not. @returns what stops it */
export const startRegular = ({ now, act, turnOf = civilDay, everyMs = 60_000 }: Regular) => {
  let done = ''
  let running: Promise<void> | undefined
  const once = async (turn: string) => {
    try {
      if ((await act()) !== undefined) done = turn
    } catch (error) {
      console.error('A regular duty failed and is tried again:', error)
    }
  }
  const look = (): Promise<void> => {
    const turn = turnOf(now().toISOString())
    if (turn === done) return Promise.resolve()
    running ??= once(turn).finally(() => {
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
