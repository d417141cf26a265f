// A signed-in app of the named contexts alone: what a test of one context needs of the house.
import type { Hono } from 'hono'
import { authenticate } from '#functions/grants/authenticate.ts'
import { answerErrors, houseApp } from '#functions/shared/app.ts'
import type { Env } from '#functions/shared/route.ts'

/** @param mounted routes by the path they answer below `/api` */
export const appOf = (mounted: Record<string, Hono<Env>>) => {
  const app = houseApp()
  answerErrors(app)
  app.use(authenticate)
  for (const [path, routes] of Object.entries(mounted)) app.route(path, routes)
  return app
}
