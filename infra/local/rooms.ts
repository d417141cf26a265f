// What the home's server answers: API, sign-in, pages of files and mail, docs, web; the issuer before the page that takes all.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { passing } from '../files.data.ts'
import { accessLog } from './access-log.ts'
import { accounts } from './accounts.data.ts'
import { serveBulletins } from './bulletins.ts'
import { type Apps, gateway } from './gateway.ts'
import { createIssuer } from './identity.ts'
import { startMail } from './mail.ts'
import { startObjects } from './objects.ts'
import { localPool } from './sign-in.ts'
import { ensureSigningKey } from './signing-key.ts'
import { checkKey } from './sound.ts'
import { serveWeb } from './web.ts'

type Part = {
  dir: string
  origin: string
  now: () => Date
  /** Sets the environment until the home stops. */
  tell: (environment: Record<string, string>) => void
  atStop: (duty: () => Promise<unknown>) => void
}

const files = { name: 'files', passing }
const archive = { name: 'archive', locked: true }
const recordings = { name: 'recordings' }
const publicPlace = { name: 'public' }
const logs = { name: 'logs' }

const startStores = async (app: Hono, { dir, origin, now, tell, atStop }: Part) => {
  const objects = await startObjects({
    dir: join(dir, 'objects'),
    port: 0,
    buckets: [files, archive, recordings, publicPlace, logs],
    origins: [origin],
    now,
  })
  atStop(() => objects.stop())
  // Uploads go to the store itself.
  const search = { SEARCH_FOLDER: join(dir, 'search') }
  tell({ S3_ENDPOINT: objects.endpoint, PAGE_ORIGINS: objects.endpoint, ...search })
  const readers = accessLog(logs.name, now)
  atStop(readers.flush)
  app.route('/local/objects', objects.pages)
  app.route('/', serveBulletins(publicPlace.name, readers.note))
}

/** In every home: without SMTP_URL invitations would go to SES. */
const startPost = async (app: Hono, { dir, tell, atStop }: Part) => {
  const mail = await startMail({ dir: join(dir, 'mail'), port: 0 })
  atStop(() => mail.stop())
  tell({ SMTP_URL: mail.url })
  app.route('/local/mail', mail.pages)
}

/** Written at the first look: the reader of the docs is large and few starts need it. */
const docs = () => {
  let written: Promise<string> | undefined
  const write = async () => {
    const { docsFolder, writeDocs } = await import('../docs.ts')
    await writeDocs()
    return docsFolder
  }
  const app = new Hono()
  app.get('/docs', (c) => c.redirect('/docs/'))
  app.get('/docs/*', async (c, next) => {
    written ??= write()
    const path = c.req.path === '/docs/' ? '/index.html' : c.req.path.slice('/docs'.length)
    return serveStatic({ root: await written, rewriteRequestPath: () => path })(c, next)
  })
  return app
}

/** The API and what it needs of the environment; with `whole`, every page of the home too. */
export const homeApp = async (part: Part, whole: boolean, apps?: Partial<Apps>): Promise<Hono> => {
  const { dir, origin, now, tell } = part
  const keys = join(dir, 'keys')
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  const issuerKey = join(keys, 'issuer.jwk')
  const attestationKey = join(keys, 'attestation.pem')
  const certifyingKey = join(keys, 'certifying.pem')
  for (const key of [issuerKey, attestationKey, certifyingKey]) checkKey(key)
  tell({
    TOKEN_ISSUER: `${origin}/${localPool.poolId}`,
    TOKEN_CLIENT_ID: localPool.clientId,
    USER_POOL_ID: localPool.poolId,
    COGNITO_ENDPOINT: `${origin}/local/cognito-idp`,
    SIGNING_KEY_FILE: ensureSigningKey(attestationKey),
    CERTIFYING_KEY_FILE: ensureSigningKey(certifyingKey),
    FILES_BUCKET: files.name,
    ARCHIVE_BUCKET: archive.name,
    RECORDINGS_BUCKET: recordings.name,
    PUBLIC_BUCKET: publicPlace.name,
    LIVE_STREAM_NAME: 'Máy này (chỉ ghi nhận, không phát đi đâu)',
    LIVE_STREAM_TARGET: 'rtmps://live.diemcau.example:443/app/khong-phat',
    MAIL_FROM: 'Điểm Cầu <khong-tra-loi@diemcau.example>',
    PUBLIC_URL: origin,
  })
  const app = new Hono()
  app.route('/', gateway(apps))
  const uris = { redirectUris: [`${origin}${localPool.callback}`], logoutUris: [origin, `${origin}/`] }
  const issuer = { origin, ...localPool, ...uris, keyFile: issuerKey, accounts, now }
  app.route('/', await createIssuer(issuer))
  await startPost(app, part)
  if (!whole) return app
  await startStores(app, part)
  app.route('/', docs())
  return app
}

/** The page that takes every other path: mounted last. */
export const webApp = serveWeb
