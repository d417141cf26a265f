// Every address of the web and the page that answers it; all pages but the first are fetched when opened.
import { createRoute, createRouter } from '@tanstack/react-router'
import { ConferencesPage } from './conferences/ConferencesPage.tsx'
import { readSought } from './conferences/conference-list.ts'
import { archiveRoutes } from './routes/archive.ts'
import { conference, conferenceRoutes } from './routes/conference.ts'
import { delegateRoutes, scanRoutes } from './routes/delegate.ts'
import { deskRoutes } from './routes/desk.ts'
import { doorRoutes } from './routes/door.ts'
import { bare, frame, root } from './routes/frame.ts'
import { houseRoutes } from './routes/house.ts'
import { operatorRoutes } from './routes/operator.ts'
import { roomRoutes } from './routes/room.ts'
import { preparationRoutes, schedulingRoutes } from './routes/scheduling.ts'
import { secretariatRoutes } from './routes/secretariat.ts'
import { wallRoutes } from './routes/wall.ts'
import { NotFound } from './ui/NotFound.tsx'
import { ProblemPage } from './ui/ProblemPage.tsx'

const conferences = createRoute({
  getParentRoute: () => frame,
  path: '/conferences',
  validateSearch: readSought,
  component: ConferencesPage,
})

const ofConference = [
  ...conferenceRoutes,
  ...preparationRoutes,
  ...operatorRoutes,
  ...secretariatRoutes,
  ...delegateRoutes,
] as const

const framed = [
  conferences,
  ...schedulingRoutes,
  conference.addChildren(ofConference),
  ...archiveRoutes,
  ...houseRoutes,
] as const

const tree = root.addChildren([
  ...doorRoutes,
  ...scanRoutes,
  frame.addChildren(framed),
  bare.addChildren([...wallRoutes, ...deskRoutes, ...roomRoutes]),
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
