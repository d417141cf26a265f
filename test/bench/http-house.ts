// The house's side of bench `http`: frame, token, grants, schema and permission, as every real route has them.
import { serve } from '@hono/node-server'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { authenticate } from '#functions/grants/authenticate.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import { doc } from '#functions/shared/route.ts'
import { forgetTokens } from '#functions/shared/token.ts'
import { valid } from '#functions/shared/valid.ts'

const app = houseApp()
answerErrors(app)
// `forgetful` verifies every token anew, as the bare side does; without it the minute's memory is at work.
if (process.argv[2] === 'forgetful') {
  app.use((_c, next) => {
    forgetTokens()
    return next()
  })
}
app
  .use(authenticate)
  .post(
    '/checked',
    doc({ act: 'conference:draft', summary: 'Checked and answered, nothing stored' }),
    valid('json', ConferenceInput),
    (c) => {
      const input = c.req.valid('json')
      allow(c.var.actor, 'conference:draft', { host: input.hostUnitId })
      return c.json({ agenda: input.agenda?.length })
    },
  )

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
