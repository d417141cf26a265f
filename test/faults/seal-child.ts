// A whole home in a process of its own that dies, as by kill -9, within one seal: right after the step it is told.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { SealStep } from '#functions/archive/chain-record.ts'
import { handler as bootstrap } from '#functions/bootstrap.lambda.ts'
import { authenticate } from '#functions/grants/authenticate.ts'
import { sealImport } from '#functions/imports/seal-import.ts'
import { sealMinutes } from '#functions/minutes/seal-minutes.ts'
import { signing } from '#functions/minutes/sign-app.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import type { Env } from '#functions/shared/route.ts'
import { accounts } from '#infra/local/accounts.data.ts'
import { startHome } from '#infra/local/home.ts'

const [data = '', clock = '', doomed = '', last = ''] = process.argv.slice(2)

/** Nothing runs after it: no `finally`, no flush, no answer. */
const dies = (passed: SealStep) => {
  if (passed === last) process.kill(process.pid, 'SIGKILL')
}

/** The seal of what is doomed; everything else of signing as it is. */
const dying = () => {
  const seals = new Hono<Env>()
    .post(`/conferences/${doomed}/minutes/seal`, authenticate, async (c) =>
      c.json(await sealMinutes(c.var.actor, doomed, dies)),
    )
    .post(`/archive/imports/${doomed}/seal`, authenticate, async (c) =>
      c.json(await sealImport(c.var.actor, doomed, dies)),
    )
  const app = houseApp()
  answerErrors(app)
  return app.route('/', seals).all('*', (c) => signing.fetch(c.req.raw))
}

const apps = doomed ? { apps: { 'minutes-sign': dying() } } : {}
const home = await startHome({ data, port: 0, clock: new Date(clock), seed: false, ...apps })
const begun = join(data, 'begun')
if (!existsSync(begun)) {
  const { sub, name } = accounts[0] ?? { sub: '', name: '' }
  await bootstrap({ sub, name }, { awsRequestId: 'seed' } as never)
  writeFileSync(begun, '')
}
process.on('SIGINT', () => void home.stop().then(() => process.exit(0)))
process.stdout.write('Next:\n')
