// The house's side of bench `board`: requests answered as the API's function answers them, one context for each path.
import { serve } from '@hono/node-server'
import { appFor } from '#functions/contexts.ts'

const fetch = async (request: Request) => (await appFor(new URL(request.url).pathname)).fetch(request)

serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
