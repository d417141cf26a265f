// The web on one machine: serves .build/web, building it at the first request if it is missing or old.
import { mkdir, readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { createPage, pageSettings } from '#functions/page.ts'
import { buildWeb, builtWeb } from '../build-web.ts'
import { cacheOf, fileHeaders, hashed, unhashed } from '../web.data.ts'

/** A missing file is not kept: it may be there after the next build. */
const asFile: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(fileHeaders)) c.header(name, value)
  if (c.res.ok) c.header('cache-control', cacheOf(c.req.path))
}

/** The page and its assets, as one app to mount at `/` after the API and the docs. */
export const serveWeb = async (): Promise<Hono> => {
  await mkdir(builtWeb, { recursive: true }) // what serves files looks for its folder before the first build
  const app = new Hono()
  app.use(async (_c, next) => {
    await buildWeb()
    await next()
  })
  for (const path of [hashed, ...unhashed]) {
    app.use(path, asFile)
    app.use(path, serveStatic({ root: builtWeb }))
    app.get(path, (c) => c.notFound())
  }
  app.get('*', async (c) =>
    createPage(await readFile(`${builtWeb}/index.html`, 'utf8'), pageSettings()).fetch(c.req.raw),
  )
  return app
}
