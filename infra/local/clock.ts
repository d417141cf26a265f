// A clock that starts at a chosen moment and runs on: a past afternoon can be played today.
import { Hono } from 'hono'
import * as z from 'zod'
import { now, setClock } from '#functions/shared/clock.ts'

export type LocalClock = { set(to: Date): void; routes: Hono }

const Setting = z.strictObject({ now: z.iso.datetime({ offset: true }) })

const run = (from: Date) => {
  const since = performance.now()
  setClock(() => new Date(from.getTime() + performance.now() - since))
}

/** Does something as if it were another time, then goes back to the time there was. */
export const asOf = async <T>(moment: Date, act: () => Promise<T>): Promise<T> => {
  const ahead = now().getTime() - Date.now()
  run(moment)
  try {
    return await act()
  } finally {
    setClock(() => new Date(Date.now() + ahead))
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
