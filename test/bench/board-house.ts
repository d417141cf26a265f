// The house's side of bench `board`: requests answered as the API's function answers them.
import { serve } from '@hono/node-server'
import { byContext } from '#functions/contexts.ts'

serve({ ...byContext, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
