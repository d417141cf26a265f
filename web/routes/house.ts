// Addresses of the house's own work: accounts, grants, units, jobs, directives.
import { createRoute } from '@tanstack/react-router'
import type { UnitsShown } from '#web/directory/UnitsPage.tsx'
import { readDirectivesSought } from '#web/outcomes/directives-sought.ts'
import { fetched } from './fetched.ts'
import { frame } from './frame.ts'

const accounts = createRoute({
  getParentRoute: () => frame,
  path: '/accounts',
  component: fetched(() => import('#web/accounts/AccountsPage.tsx'), 'AccountsPage'),
})

const account = createRoute({
  getParentRoute: () => frame,
  path: '/accounts/$sub',
  component: fetched(() => import('#web/accounts/AccountPage.tsx'), 'AccountPage'),
})

const grants = createRoute({
  getParentRoute: () => frame,
  path: '/grants',
  component: fetched(() => import('#web/grants/GrantsPage.tsx'), 'GrantsPage'),
})

const units = createRoute({
  getParentRoute: () => frame,
  path: '/units',
  validateSearch: ({ q, type, on }: Record<string, unknown>): UnitsShown => ({
    ...(typeof q === 'string' ? { q } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof on === 'string' ? { on } : {}),
  }),
  component: fetched(() => import('#web/directory/UnitsPage.tsx'), 'UnitsPage'),
})

const unit = createRoute({
  getParentRoute: () => frame,
  path: '/units/$unit',
  component: fetched(() => import('#web/directory/UnitPage.tsx'), 'UnitPage'),
})

const jobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  component: fetched(() => import('#web/jobs/JobsPage.tsx'), 'JobsPage'),
})

const job = createRoute({
  getParentRoute: () => frame,
  path: '/jobs/$job',
  component: fetched(() => import('#web/jobs/JobPage.tsx'), 'JobPage'),
})

const directives = createRoute({
  getParentRoute: () => frame,
  path: '/directives',
  validateSearch: readDirectivesSought,
  component: fetched(() => import('#web/outcomes/DirectivesPage.tsx'), 'DirectivesPage'),
})

export const houseRoutes = [accounts, account, grants, units, unit, jobs, job, directives] as const
