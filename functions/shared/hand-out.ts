// How an address of the store is handed out: followed by whoever follows, told to scripts.
import type { Context } from 'hono'
import * as z from 'zod'
import type { Env } from './route.ts'

/** Ends a minute after it was made. */
export const Address = z.object({ url: z.url() })

/** 303 to the address; to a page's script, which cannot see where a redirect leads, `{ url }` if it accepts JSON alone. */
export const handOut = (c: Context<Env>, url: string) => {
  c.header('Vary', 'Accept')
  return c.req.header('Accept') === 'application/json' ? c.json({ url }, 200) : c.redirect(url, 303)
}
