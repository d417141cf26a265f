// Addresses of one conference: its sections, each with what it shows.
import { createRoute } from '@tanstack/react-router'
import { viewOfSearch } from '#web/bridge-points/points-search.ts'
import { watchedOfSearch } from '#web/recordings/watched-search.ts'
import { fetched } from './fetched.ts'
import { frame } from './frame.ts'

export const conference = createRoute({
  getParentRoute: () => frame,
  path: '/conferences/$id',
  component: fetched(() => import('#web/conferences/ConferencePage.tsx'), 'ConferencePage'),
})

const overview = createRoute({
  getParentRoute: () => conference,
  path: '/',
  component: fetched(() => import('#web/conferences/Overview.tsx'), 'Overview'),
})

const points = createRoute({
  getParentRoute: () => conference,
  path: '/points',
  validateSearch: viewOfSearch,
  component: fetched(() => import('#web/bridge-points/PointsPage.tsx'), 'PointsPage'),
})

const point = createRoute({
  getParentRoute: () => conference,
  path: '/points/$point',
  component: fetched(() => import('#web/bridge-points/PointPage.tsx'), 'PointPage'),
})

const rollCall = createRoute({
  getParentRoute: () => conference,
  path: '/points/$point/roll-call',
  component: fetched(() => import('#web/attendance/RollCallPage.tsx'), 'PointRollCallPage'),
})

const attendanceSheet = createRoute({
  getParentRoute: () => conference,
  path: '/points/$point/attendance-sheet',
  component: fetched(() => import('#web/attendance/AttendanceSheetPage.tsx'), 'AttendanceSheetPage'),
})

const contributions = createRoute({
  getParentRoute: () => conference,
  path: '/contributions',
  component: fetched(() => import('#web/contributions/ContributionsPage.tsx'), 'ContributionsPage'),
})

const contribution = createRoute({
  getParentRoute: () => conference,
  path: '/contributions/$ctb',
  component: fetched(() => import('#web/contributions/ContributionPage.tsx'), 'ContributionPage'),
})

const floor = createRoute({
  getParentRoute: () => conference,
  path: '/floor',
  component: fetched(() => import('#web/floor/FloorPage.tsx'), 'FloorPage'),
})

const minutes = createRoute({
  getParentRoute: () => conference,
  path: '/minutes',
  component: fetched(() => import('#web/minutes/MinutesPage.tsx'), 'MinutesPage'),
})

const events = createRoute({
  getParentRoute: () => conference,
  path: '/events',
  component: fetched(() => import('#web/conferences/EventsPage.tsx'), 'EventsPage'),
})

const recordings = createRoute({
  getParentRoute: () => conference,
  path: '/recordings',
  validateSearch: watchedOfSearch,
  component: fetched(() => import('#web/recordings/RecordingsPage.tsx'), 'RecordingsPage'),
})

const bulletin = createRoute({
  getParentRoute: () => conference,
  path: '/bulletin',
  component: fetched(() => import('#web/bulletins/BulletinPage.tsx'), 'BulletinPage'),
})

export const conferenceRoutes = [
  overview,
  points,
  point,
  rollCall,
  attendanceSheet,
  contributions,
  contribution,
  floor,
  minutes,
  events,
  recordings,
  bulletin,
] as const
