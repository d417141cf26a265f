// A clock that starts at a chosen moment and runs on: a past afternoon can be played today.
import { Hono } from 'hono'
import * as z from 'zod'
import { now, setClock } from '#functions/shared/clock.ts'

export type LocalClock = { set(to: Date): void; routes: Hono }

const Setting = z.strictObject({ now: z.iso.datetime({ offset: true }) })

/** How far the home's clock is ahead of the machine's, milliseconds: its threads go by it. */
export const ahead = new Float64Array(new SharedArrayBuffer(8))

const run = (from: Date) => {
  ahead[0] = from.getTime() - Date.now()
  const since = performance.now()
  setClock(() => new Date(from.getTime() + performance.now() - since))
}

/** Does something as if it were another time, then goes back to the time there was. */
export const asOf = async <T>(moment: Date, act: () => Promise<T>): Promise<T> => {
  const before = now().getTime() - Date.now()
  run(moment)
  try {
    return await act()
  } finally {
    ahead[0] = before
    setClock(() => new Date(Date.now() + before))
  }
}

/** Puts the whole process on a clock that shows `from` now. Its one route, `PUT /local/clock`, moves it. */
export const startClock = (from: Date): LocalClock => {
  run(from)
  const routes = new Hono().put('/local/clock', async (c) => {
    const setting = Setting.safeParse(await c.req.json().catch(() => undefined))
    if (!setting.success) return c.json({ title: 'Send {"now": "<ISO 8601 with offset>"}.' }, 400)
    run(new Date(setting.data.now))
    return c.json(setting.data)
  })
  return { set: run, routes }
}
