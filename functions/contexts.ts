// Which context answers which path, each imported when its first request comes: a cold start pays for what it answers.
import type { Hono, MiddlewareHandler } from 'hono'
// The first page reads conferences, and so does every other context: that comes with the frame.
import { conferences } from './conferences/routes.ts'
import { authenticate } from './grants/authenticate.ts'
import { answerErrors, houseApp } from './shared/app.ts'
import type { Env } from './shared/route.ts'

type Mounted = { at: string; routes: Hono<Env> }
/** `methods`: these alone, if told. `by` who comes in: accounts unless told. */
type Context = {
  methods?: RegExp
  paths: RegExp
  load: () => Promise<Mounted>
  by?: () => Promise<MiddlewareHandler<Env>>
}

const ofConference = (part: string) => new RegExp(`^/api/conferences/[^/]+/(${part})(/|$)`)

const ofPersonal = (part: string) => new RegExp(`^/api/personal${part}(/|$)`)

/** Opened by a personal link and by nothing else. */
const byLink = async () => (await import('./personal-links/authenticate-link.ts')).authenticateLink

/** The most specific paths first; what stands here is what `api.ts` mounts, and a test sees to it. */
const contexts: Context[] = [
  {
    paths: ofPersonal('/(answer|substitute)'),
    by: byLink,
    load: async () => ({
      at: '/personal',
      routes: (await import('./bridge-points/personal.routes.ts')).ownInvitation,
    }),
  },
  {
    paths: ofPersonal('/check-in'),
    by: byLink,
    load: async () => ({
      at: '/personal',
      routes: (await import('./attendance/personal.routes.ts')).ownCheckIn,
    }),
  },
  {
    paths: ofPersonal('/contributions'),
    by: byLink,
    load: async () => ({
      at: '/personal',
      routes: (await import('./contributions/personal.routes.ts')).ownPapers,
    }),
  },
  {
    paths: ofPersonal('/floor'),
    by: byLink,
    load: async () => ({
      at: '/personal',
      routes: (await import('./floor/personal.routes.ts')).ownPlaceAtFloor,
    }),
  },
  {
    paths: ofPersonal(''),
    by: byLink,
    load: async () => ({
      at: '/personal',
      routes: (await import('./personal-links/routes.ts')).invitation,
    }),
  },
  {
    paths: ofConference('bridge-points/[^/]+/delegates/[^/]+/personal-link'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./personal-links/routes.ts')).personalLinks,
    }),
  },
  {
    paths: ofConference('mine'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./personal-links/routes.ts')).ownInvitations,
    }),
  },
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
    paths: /^\/api\/archive\/imports(\/|$)/,
    load: async () => ({ at: '/archive/imports', routes: (await import('./imports/routes.ts')).imports }),
  },
  {
    paths: ofConference(
      'attendance|disagreements|bridge-points/[^/]+/(roll-call|check-ins|attendance|attendance-sheet)',
    ),
    load: async () => ({ at: '/conferences', routes: (await import('./attendance/routes.ts')).attendance }),
  },
  {
    paths: ofConference('bridge-points/[^/]+/(join|entry|leave|heartbeat|presence|faults)'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./bridge-points/link.routes.ts')).links,
    }),
  },
  {
    paths: ofConference('room|seats'),
    load: async () => ({ at: '/conferences', routes: (await import('./media/routes.ts')).media }),
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
    paths: /^\/api\/directives$/,
    load: async () => ({
      at: '/directives',
      routes: (await import('./outcomes/directives.routes.ts')).directives,
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
    paths: ofConference('recordings|live-stream'),
    load: async () => ({
      at: '/conferences',
      routes: (await import('./media/recordings.routes.ts')).recordings,
    }),
  },
  {
    paths: ofConference('minutes/(preview|exports)'),
    load: async () => ({ at: '/conferences', routes: (await import('./documents/routes.ts')).documents }),
  },
  {
    paths: ofConference('bulletin'),
    load: async () => ({ at: '/conferences', routes: (await import('./bulletins/routes.ts')).bulletins }),
  },
  {
    paths: ofConference('minutes'),
    load: async () => ({ at: '/conferences', routes: (await import('./minutes/routes.ts')).minutes }),
  },
  {
    paths: /^\/api\/register(\/|$)/,
    load: async () => ({
      at: '/register',
      routes: (await import('./minutes/register.routes.ts')).register,
    }),
  },
  {
    methods: /^(POST|PUT)$/,
    paths: /^\/api\/conferences(\/|$)/,
    load: async () => ({
      at: '/conferences',
      routes: (await import('./conferences/acts.routes.ts')).conferenceActs,
    }),
  },
  { paths: /^\/api\/conferences/, load: async () => ({ at: '/conferences', routes: conferences }) },
]

/** An app with the house's frame around one context, or around none: then every path is not found. */
const framed = async (context: Context | undefined): Promise<Hono<Env>> => {
  const app = houseApp()
  answerErrors(app)
  const known = app.use((await context?.by?.()) ?? authenticate)
  if (!context) return known
  const { at, routes } = await context.load()
  return known.route(at, routes)
}

const made = new Map<Context | undefined, Promise<Hono<Env>>>()

/** The app that answers a request of this method and path, made once. */
export const appFor = (path: string, method = 'GET'): Promise<Hono<Env>> => {
  const context = contexts.find(({ methods, paths }) => (methods?.test(method) ?? true) && paths.test(path))
  const app = made.get(context) ?? framed(context)
  made.set(context, app)
  return app
}

/** The whole API for whatever speaks to apps by `fetch`: each request goes to its context, as in the deployed function. */
export const byContext = {
  fetch: async (request: Request, env?: unknown): Promise<Response> =>
    (await appFor(new URL(request.url).pathname, request.method)).fetch(request, env as object),
}
