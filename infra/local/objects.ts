// Files of the one-machine home: s3rver behind a filter that enforces what S3 enforces, on 127.0.0.1.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Hono } from 'hono'
import { insideAws } from '#functions/shared/config.ts'
import { webAccess } from '#infra/files.data.ts'
import { type Expiry, expire } from '#infra/local/objects-expiry.ts'
import { forward, startS3rver } from '#infra/local/objects-inner.ts'
import { objectPages } from '#infra/local/objects-page.ts'
import { dropParts, gaveUp } from '#infra/local/objects-parts.ts'
import { errorXml, Refusal, readRequest } from '#infra/local/objects-request.ts'
import { checkRules } from '#infra/local/objects-rules.ts'
import { verifySignature } from '#infra/local/objects-signature.ts'

/**
 * A bucket; `locked` stands for S3 Object Lock: nothing in it may be replaced or deleted; `passing` for its lifecycle,
 * kept at each start.
 */
type Bucket = { name: string; locked?: boolean; passing?: readonly Expiry[] }

export type ObjectsOptions = {
  dir: string
  /** 0 for any free port. */
  port: number
  buckets: Bucket[]
  /** Pages whose scripts may read and put, by presigned addresses. */
  origins?: string[]
  /** The house clock, by which presigned addresses expire. */
  now?: () => Date
}

export type Objects = { endpoint: string; pages: Hono; stop: () => Promise<void> }

/** Puts on one key go one after another, so that of two `If-None-Match: *` exactly one wins. */
const oneAtATime = () => {
  const last = new Map<string, Promise<unknown>>()
  return async (key: string, work: () => Promise<void>) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work)
    const settled = turn.catch(() => undefined)
    last.set(key, settled)
    await turn.finally(() => last.get(key) === settled && last.delete(key))
  }
}

const allowOrigin = (request: IncomingMessage, answer: ServerResponse, origins: string[]) => {
  const { origin } = request.headers
  answer.setHeader('Vary', 'Origin')
  if (!origin || !origins.includes(origin)) return false
  answer.setHeader('Access-Control-Allow-Origin', origin)
  return true
}

/** As S3 does by the bucket's CORS rules: a method or a header that is not named is refused. */
const preflight = (request: IncomingMessage, answer: ServerResponse, allowed: boolean) => {
  const { 'access-control-request-method': method = '', 'access-control-request-headers': named = '' } =
    request.headers
  const headers = named
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const known: readonly string[] = ['', ...webAccess.headers]
  const fits =
    allowed &&
    (webAccess.methods as readonly string[]).includes(method) &&
    headers.every((name) => known.includes(name))
  if (!fits) throw new Refusal(403, 'AccessForbidden', 'CORSResponse: this CORS request is not allowed.')
  answer.writeHead(200, {
    'Access-Control-Allow-Methods': webAccess.methods.join(', '),
    'Access-Control-Allow-Headers': named,
    'Access-Control-Max-Age': String(webAccess.maxAgeSeconds),
  })
  answer.end()
}

const refuse = (answer: ServerResponse, error: unknown) => {
  if (answer.headersSent) return void answer.destroy()
  if (!(error instanceof Refusal)) console.error(error)
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'InternalError', 'The object store failed.')
  answer.writeHead(refusal.status, { 'Content-Type': 'application/xml', Connection: 'close' })
  answer.end(answer.req.method === 'HEAD' ? undefined : errorXml(refusal))
}

/**
 * Starts the object store on 127.0.0.1 with path-style addresses; credentials S3RVER / S3RVER.
 * `pages` shows what is stored: the home's own server mounts it at `/local/objects`.
 * @throws Error inside AWS
 */
export const startObjects = async (options: ObjectsOptions): Promise<Objects> => {
  if (insideAws()) throw new Error('The local object store is for one machine only.')
  const names = options.buckets.map(({ name }) => name)
  const { store, socketPath, stop: stopInner } = await startS3rver(options.dir, names)
  for (const { name, passing } of options.buckets) if (passing) await expire(store, name, passing, new Date())
  for (const name of names) await dropParts(store, name)
  const now = options.now ?? (() => new Date())
  const locked = new Set(options.buckets.filter((bucket) => bucket.locked).map(({ name }) => name))
  const inTurn = oneAtATime()
  let hosts: string[] = []

  const serve = async (request: IncomingMessage, answer: ServerResponse) => {
    if (!hosts.includes(request.headers.host ?? '')) throw new Refusal(403, 'AccessDenied', 'Unknown host.')
    const allowed = allowOrigin(request, answer, options.origins ?? [])
    if (request.method === 'OPTIONS') return preflight(request, answer, allowed)
    const asked = await readRequest(request)
    await verifySignature(asked, now())
    const act = async () => {
      await checkRules(asked, store, locked.has(asked.bucket))
      if (await gaveUp(asked, store)) answer.writeHead(204).end()
      else await forward(asked, socketPath, answer)
    }
    await (['GET', 'HEAD'].includes(asked.method) ? act() : inTurn(`${asked.bucket}/${asked.key}`, act))
  }
  const server = createServer((request, answer) => {
    serve(request, answer).catch((error) => refuse(answer, error))
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve),
  )
  const { port } = server.address() as AddressInfo
  hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await stopInner()
  }
  return { endpoint: `http://127.0.0.1:${port}`, pages: objectPages(store, names), stop }
}
