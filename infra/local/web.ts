// The web on one machine: serves .build/web and builds it at the first request if it is missing or old.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createPage } from '#functions/page.ts'
import { required } from '#functions/shared/config.ts'

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const built = here('.build/web')

/** Of functions/ the web takes only pure files: an edit elsewhere must not cost a build. */
const counts = /[/]web[/]|[/.](schema|rules|events|problem|text|time|ids)[.]ts$|[.]data[.]ts$/

const changedAt = async (path: string) => (await stat(path)).mtimeMs

const filesOf = async (folder: string) => {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  return inside.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`)
}

const isOld = async () => {
  if (!existsSync(`${built}/index.html`)) return true
  const files = (await Promise.all([here('web'), here('functions')].map(filesOf))).flat()
  const sources = [here('package-lock.json'), ...files.filter((file) => counts.test(file))]
  const newest = Math.max(...(await Promise.all(sources.map(changedAt))))
  return newest > (await changedAt(`${built}/index.html`))
}

const vite = here('node_modules/vite/bin/vite.js')

/**
 * Builds beside the served folder and swaps, so that a page being loaded keeps its files until the end. A process of
 * its own: under a test runner NODE_ENV would give React's development build.
 */
const build = async () => {
  const fresh = here(`.build/web-${process.pid}`)
  const args = ['build', '--config', here('web/vite.config.ts'), '--outDir', fresh, '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, ...args], { env })
  await rm(built, { recursive: true, force: true })
  await rename(fresh, built).catch(() => rm(fresh, { recursive: true, force: true }))
}

let building: Promise<void> | undefined

/** Brings .build/web up to date, once per process. */
export const buildWeb = (): Promise<void> => {
  building ??= isOld().then((old) => (old ? build() : undefined))
  return building
}

/** Uploads go to the store itself. */
const settings = () => ({
  issuer: required('TOKEN_ISSUER'),
  clientId: required('TOKEN_CLIENT_ID'),
  origins: [required('S3_ENDPOINT')],
})

/** The page and its assets, as one app to mount at `/` after the API and the docs. */
export const serveWeb = async (): Promise<Hono> => {
  await mkdir(built, { recursive: true }) // what serves files looks for its folder before the first build
  const app = new Hono()
  app.use(async (_c, next) => {
    await buildWeb()
    await next()
  })
  app.use('/assets/*', async (c, next) => {
    await next()
    c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: built }))
  app.get('/assets/*', (c) => c.notFound())
  app.get('/emblem.svg', serveStatic({ root: built }))
  app.get('*', async (c) =>
    createPage(await readFile(`${built}/index.html`, 'utf8'), settings()).fetch(c.req.raw),
  )
  return app
}
