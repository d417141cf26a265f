// Addresses of a bridge-point operator's own work.
import { createRoute } from '@tanstack/react-router'
import { conference } from './conference.ts'
import { fetched } from './fetched.ts'

/** `point` where one operates several. */
const myPoint = createRoute({
  getParentRoute: () => conference,
  path: '/my-point',
  validateSearch: (search: Record<string, unknown>): { point?: string } =>
    typeof search.point === 'string' ? { point: search.point } : {},
  component: fetched(() => import('#web/bridge-points/operator/MyPointPage.tsx'), 'MyPointPage'),
})

export const operatorRoutes = [myPoint] as const
