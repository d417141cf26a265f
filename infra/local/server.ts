// The home's one HTTP server: on 127.0.0.1 only, for this machine's own pages only.
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { Refusal } from './refusal.ts'

export type Server = {
  port: number
  origin: string
  /** Says what answers; until then everything is answered 503. */
  serve(app: Hono): void
  /** Lets browsers wait until then: the process plays another time while a new home is being loaded. */
  holdUntil(ready: Promise<void>): void
  /** Lets a part take over connections at one path; foreign pages never get so far. */
  onUpgrade(path: string, take: Upgrade): void
  stop(): Promise<void>
}

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

const names = ['127.0.0.1', 'localhost']

/** Whether a page of somebody else's asks, or through a name that is not ours. */
const isForeign = (port: number, host: string | undefined, origin: string | undefined): boolean => {
  const own = names.map((name) => `${name}:${port}`)
  return !own.includes(host ?? '') || (origin !== undefined && !own.includes(origin.replace('http://', '')))
}

/**
 * Refuses a foreign page that reaches us through a name it controls (DNS rebinding: `Host`) or by a form or a fetch
 * (`Origin`).
 */
export const ownOnly = (port: () => number): Hono => {
  const app = new Hono()
  app.use(async (c, next) => {
    const own = names.map((name) => `${name}:${port()}`)
    const { host = '', origin } = c.req.header()
    // Signing in returns to one exact address: a person who typed the other name is taken there.
    if (host === own[1] && c.req.method === 'GET' && c.req.header('accept')?.includes('text/html'))
      return c.redirect(c.req.url.replace(`//${host}`, `//${own[0]}`), 302)
    if (!isForeign(port(), host, origin)) return next()
    return c.json({ title: 'This server answers its own machine only.' }, 403)
  })
  return app
}

const listening = (server: ReturnType<typeof createAdaptorServer>, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `Port ${port} is in use by another program: choose another with --port, or stop that program.`
      reject(error.code === 'EADDRINUSE' ? new Refusal(busy) : new Refusal(`Port ${port}: ${error.message}.`))
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const forbidden = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'
const notFound = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'

const upgrades = (port: number, takers: ReadonlyMap<string, Upgrade>): Upgrade => {
  return (request, socket, head) => {
    const { host, origin } = request.headers
    const take = takers.get((request.url ?? '').split('?')[0] ?? '')
    // Nobody else listens for errors of a connection that asks for more: one that breaks would take the home with it.
    socket.on('error', () => socket.destroy())
    if (isForeign(port, host, origin)) socket.end(forbidden, () => socket.destroy())
    else if (take) take(request, socket, head)
    else socket.end(notFound, () => socket.destroy())
  }
}

/** Listens at once, so that a busy port is known before anything else starts. @param wanted 0 for any free port */
export const startServer = async (wanted: number): Promise<Server> => {
  let app = new Hono().all('*', (c) => c.json({ title: 'Starting.' }, 503, { 'Retry-After': '1' }))
  /** Browsers alone wait: the loader itself comes through this server too. */
  let held: Promise<void> = Promise.resolve()
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) })
  const port = await listening(server, wanted)
  const takers = new Map<string, Upgrade>()
  server.on('upgrade', upgrades(port, takers))
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    serve: (served) => {
      const guarded = ownOnly(() => port)
      guarded.use(async (c, next) => {
        if (c.req.header('user-agent')?.startsWith('Mozilla/')) await held
        await next()
      })
      guarded.route('/', served)
      app = guarded
    },
    holdUntil: (ready) => {
      held = ready.catch(() => {})
    },
    onUpgrade: (path, take) => {
      takers.set(path, take)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
