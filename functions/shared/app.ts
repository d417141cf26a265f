// The frame of every HTTP function: request id, device time, size limit, and the one place errors become answers.
import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Hono } from 'hono/quick'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { now } from './clock.ts'
import { log } from './log.ts'
import { Problem } from './problem.ts'
import { type Env, readsEnglish } from './route.ts'

const bodyLimitBytes = 1024 * 1024

const deviceOffset = (deviceTime: string | undefined): number | undefined => {
  if (deviceTime === undefined) return undefined
  const told = Date.parse(deviceTime)
  if (Number.isNaN(told)) throw new Problem('device-time-invalid')
  return now().getTime() - told
}

const tooLarge = () => {
  throw new Problem('body-too-large')
}

const limitStream = bodyLimit({ maxSize: bodyLimitBytes, onError: tooLarge })

/** A told length is believed, for the server holds the sender to it; only a body of untold length is counted as it comes. */
const limitBody: MiddlewareHandler<Env> = async (c, next) => {
  const told = c.req.header('Content-Length')
  if (told !== undefined) return Number(told) > bodyLimitBytes ? tooLarge() : next()
  return c.req.method === 'GET' ? next() : limitStream(c, next)
}

/** A Hono app with the house's frame; contexts are mounted on it with `route`. */
export const houseApp = () => {
  const app = new Hono<Env>().basePath('/api')
  app.use(async (c, next) => {
    c.set('requestId', `req_${randomUUID()}`)
    c.header('X-Request-Id', c.var.requestId)
    c.header('Server-Time', now().toISOString())
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    c.set('offsetMs', deviceOffset(c.req.header('Device-Time')))
    await next()
  })
  app.use(limitBody)
  return app
}

/** What the store says when it is asked too much for longer than the client waits. */
const overload = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionInProgressException',
])

const asProblem = (error: unknown, requestId: string): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof Error && overload.has(error.name)) return new Problem('busy', { retryAfter: 1 })
  log.error('fault', { requestId, error: error as Error })
  return new Problem('internal-error')
}

/** Answers any error as RFC 9457 problem+json: problems by the catalogue, all else as a bare 500 after logging it whole. */
export const answerErrors = (app: Hono<Env>): void => {
  app.onError(async (error, c) => {
    const requestId = c.get('requestId') ?? `req_${randomUUID()}`
    const problem = asProblem(error, requestId)
    const english = readsEnglish(c)
    if (problem.more.retryAfter) c.header('Retry-After', String(problem.more.retryAfter))
    const { problemBody } = await import('./problem-body.ts')
    const body = problemBody(problem, { instance: c.req.path, requestId, english })
    if (body.status === 401) c.header('WWW-Authenticate', 'Bearer')
    return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
      'Content-Type': 'application/problem+json; charset=utf-8',
    })
  })
  app.notFound(() => {
    throw new Problem('not-found')
  })
}
