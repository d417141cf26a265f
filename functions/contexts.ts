// Which context answers which path, each imported when its first request comes: a cold start pays for what it answers.
import type { Hono } from 'hono'
// The first page asks for conferences, and every other context reads them: they come with the frame.
import { conferences } from './conferences/routes.ts'
import { authenticate } from './grants/authenticate.ts'
import { answerErrors, houseApp } from './shared/app.ts'
import type { Env } from './shared/route.ts'

type Mounted = { at: string; routes: Hono<Env> }
type Context = { paths: RegExp; load: () => Promise<Mounted> }

const ofConference = (part: string) => new RegExp(`^/api/conferences/[^/]+/(${part})(/|$)`)

/** The most specific paths first; what stands here is what `api.ts` mounts, and a test sees to it. */
const contexts: Context[] = [
  {
    paths: /^\/api\/me$/,
    load: async () => ({ at: '/me', routes: (await import('./grants/routes.ts')).me }),
  },
  {
    paths: /^\/api\/grants/,
    load: async () => ({ at: '/grants', routes: (await import('./grants/routes.ts')).grants }),
  },
  {
    paths: /^\/api\/units/,
    load: async () => ({ at: '/units', routes: (await import('./directory/units.routes.ts')).units }),
  },
  {
    paths: /^\/api\/persons/,
    load: async () => ({ at: '/persons', routes: (await import('./directory/persons.routes.ts')).persons }),
  },
  {
    paths: /^\/api\/jobs/,
    load: async () => ({ at: '/jobs', routes: (await import('./jobs/routes.ts')).jobs }),
  },
  {
    paths: ofConference(
      'attendance|disagreements|bridge-points/[^/]+/(roll-call|check-ins|attendance|attendance-sheet)',
    ),
    load: async () => ({ at: '/conferences', routes: (await import('./attendance/routes.ts')).attendance }),
  },
  {
    paths: ofConference('bridge-points/[^/]+/(join|leave|heartbeat|presence|faults)'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./bridge-points/link.routes.ts')).links,
    }),
  },
  {
    paths: ofConference('agenda|postpone|cancel|reopen|take-chair|openings'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./conferences/steps.routes.ts')).conferenceSteps,
    }),
  },
  {
    paths: /^\/api\/conferences\/(templates|series|[^/]+\/(clone|save-as-template|following))(\/|$)/,
    load: async () => ({
      at: '/conferences',
      routes: (await import('./conferences/plan.routes.ts')).conferencePlans,
    }),
  },
  {
    paths: ofConference('notices|invitations|remind|calendar\\.ics'),
    load: async () => ({ at: '/conferences', routes: (await import('./notices/routes.ts')).notices }),
  },
  {
    paths: ofConference('answers|bridge-points/[^/]+/(delegates|answers)'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./bridge-points/delegates.routes.ts')).delegates,
    }),
  },
  {
    paths: ofConference('readiness|technical|contacts|bridge-points/[^/]+/(readiness|card)'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./bridge-points/preparation.routes.ts')).preparation,
    }),
  },
  {
    paths: ofConference('bridge-points|board'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./bridge-points/routes.ts')).bridgePoints,
    }),
  },
  {
    paths: ofConference('contributions'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./contributions/routes.ts')).contributions,
    }),
  },
  {
    paths: ofConference('directives|commendations|figures|citations'),
    load: async () => ({ at: '/conferences', routes: (await import('./outcomes/routes.ts')).outcomes }),
  },
  {
    paths: ofConference('floor'),
    load: async () => ({ at: '/conferences', routes: (await import('./floor/routes.ts')).floor }),
  },
  {
    paths: ofConference('minutes'),
    load: async () => ({ at: '/conferences', routes: (await import('./minutes/routes.ts')).minutes }),
  },
  { paths: /^\/api\/conferences/, load: async () => ({ at: '/conferences', routes: conferences }) },
]

/** An app with the house's frame around one context, or around none: then every path is not found. */
const framed = ({ at, routes }: Partial<Mounted>): Hono<Env> => {
  const app = houseApp()
  answerErrors(app)
  const signedIn = app.use(authenticate)
  return at && routes ? signedIn.route(at, routes) : signedIn
}

const made = new Map<Context | undefined, Promise<Hono<Env>>>()

/** The app that answers a path, made once. */
export const appFor = (path: string): Promise<Hono<Env>> => {
  const context = contexts.find(({ paths }) => paths.test(path))
  const app = made.get(context) ?? Promise.resolve(context?.load() ?? {}).then(framed)
  made.set(context, app)
  return app
}
