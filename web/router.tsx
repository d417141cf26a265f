// Every address of the web and the page that answers it; all pages but the first are fetched when opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { Sought } from './archive/archive-queries.ts'
import { ConferencesPage } from './conferences/ConferencesPage.tsx'
import { heldLink, keepLink } from './lib/personal-link.ts'
import { ApiProblem } from './lib/problem.ts'
import { isSignedIn } from './lib/sign-in.ts'
import { Frame } from './ui/Frame.tsx'
import { NotFound } from './ui/NotFound.tsx'
import { ProblemPage } from './ui/ProblemPage.tsx'
import { SignedIn } from './ui/SignedIn.tsx'
import { Welcome } from './ui/Welcome.tsx'

/** Without a line the router would load the whole page again, and lose it. */
const fetched = <T,>(page: Promise<T>): Promise<T> =>
  page.catch((error: unknown) => {
    throw navigator.onLine ? error : new ApiProblem('offline', 0)
  })

const root = createRootRoute({ component: Outlet })

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/conferences', replace: true })
  },
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search.to === 'string' ? { to: search.to } : {},
  component: Welcome,
})

const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedIn })

/** Opened without an account. What opens the link leaves the address before anything is shown or asked. */
const personal = createRoute({
  getParentRoute: () => root,
  path: '/giay-moi',
  beforeLoad: ({ location }) => {
    if (!location.hash) return { sealed: heldLink() }
    keepLink(location.hash)
    throw redirect({ to: '/giay-moi', replace: true })
  },
  component: lazyRouteComponent(() => fetched(import('./personal/PersonalPage.tsx')), 'PersonalPage'),
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    if (!(await isSignedIn()))
      throw redirect({ to: '/welcome', search: { to: location.href }, replace: true })
  },
})

const conferences = createRoute({
  getParentRoute: () => frame,
  path: '/conferences',
  component: ConferencesPage,
})

const conference = createRoute({
  getParentRoute: () => frame,
  path: '/conferences/$id',
  component: lazyRouteComponent(() => fetched(import('./conferences/ConferencePage.tsx')), 'ConferencePage'),
})

const overview = createRoute({
  getParentRoute: () => conference,
  path: '/',
  component: lazyRouteComponent(() => fetched(import('./conferences/Overview.tsx')), 'Overview'),
})

const points = createRoute({
  getParentRoute: () => conference,
  path: '/points',
  component: lazyRouteComponent(() => fetched(import('./bridge-points/PointsPage.tsx')), 'PointsPage'),
})

const point = createRoute({
  getParentRoute: () => conference,
  path: '/points/$point',
  component: lazyRouteComponent(() => fetched(import('./bridge-points/PointPage.tsx')), 'PointPage'),
})

const rollCall = createRoute({
  getParentRoute: () => conference,
  path: '/points/$point/roll-call',
  component: lazyRouteComponent(() => fetched(import('./attendance/RollCallPage.tsx')), 'PointRollCallPage'),
})

const attendanceSheet = createRoute({
  getParentRoute: () => conference,
  path: '/points/$point/attendance-sheet',
  component: lazyRouteComponent(
    () => fetched(import('./attendance/AttendanceSheetPage.tsx')),
    'AttendanceSheetPage',
  ),
})

const attendance = createRoute({
  getParentRoute: () => conference,
  path: '/attendance',
  component: lazyRouteComponent(() => fetched(import('./attendance/RollCallPage.tsx')), 'MyRollCallPage'),
})

const contributions = createRoute({
  getParentRoute: () => conference,
  path: '/contributions',
  component: lazyRouteComponent(
    () => fetched(import('./contributions/ContributionsPage.tsx')),
    'ContributionsPage',
  ),
})

const contribution = createRoute({
  getParentRoute: () => conference,
  path: '/contributions/$ctb',
  component: lazyRouteComponent(
    () => fetched(import('./contributions/ContributionPage.tsx')),
    'ContributionPage',
  ),
})

const floor = createRoute({
  getParentRoute: () => conference,
  path: '/floor',
  component: lazyRouteComponent(() => fetched(import('./floor/FloorPage.tsx')), 'FloorPage'),
})

const minutes = createRoute({
  getParentRoute: () => conference,
  path: '/minutes',
  component: lazyRouteComponent(() => fetched(import('./minutes/MinutesPage.tsx')), 'MinutesPage'),
})

const events = createRoute({
  getParentRoute: () => conference,
  path: '/events',
  component: lazyRouteComponent(() => fetched(import('./conferences/EventsPage.tsx')), 'EventsPage'),
})

const archive = createRoute({
  getParentRoute: () => frame,
  path: '/archive',
  validateSearch: ({ q, from, to }: Record<string, unknown>): Sought => ({
    ...(typeof q === 'string' ? { q } : {}),
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  }),
  component: lazyRouteComponent(() => fetched(import('./archive/ArchivePage.tsx')), 'ArchivePage'),
})

const record = createRoute({
  getParentRoute: () => frame,
  path: '/archive/$record',
  component: lazyRouteComponent(() => fetched(import('./archive/RecordPage.tsx')), 'RecordPage'),
})

const ofConference = [
  overview,
  points,
  point,
  rollCall,
  attendanceSheet,
  attendance,
  contributions,
  contribution,
  floor,
  minutes,
  events,
] as const

const tree = root.addChildren([
  index,
  welcome,
  signedIn,
  personal,
  frame.addChildren([conferences, conference.addChildren(ofConference), archive, record]),
])

export const createWebRouter = () =>
  createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: ProblemPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWebRouter>
  }
}
