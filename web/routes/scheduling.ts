// Addresses where a conference is drafted, scheduled and changed.
import { createRoute } from '@tanstack/react-router'
import { conference } from './conference.ts'
import { fetched } from './fetched.ts'
import { frame } from './frame.ts'

/** `like` is a template or a conference to begin from. */
const fresh = createRoute({
  getParentRoute: () => frame,
  path: '/conferences/new',
  validateSearch: ({ like }: Record<string, unknown>): { like?: string } =>
    typeof like === 'string' && /^(tpl|cnf)_/.test(like) ? { like } : {},
  component: fetched(() => import('#web/conferences/scheduling/NewConferencePage.tsx'), 'NewConferencePage'),
})

/** `points` says that a new draft's bridge points could not be given with it. */
const edit = createRoute({
  getParentRoute: () => conference,
  path: '/edit',
  validateSearch: ({ points }: Record<string, unknown>): { points?: 'failed' } =>
    points === 'failed' ? { points } : {},
  component: fetched(() => import('#web/conferences/scheduling/EditPage.tsx'), 'EditPage'),
})

const steps = createRoute({
  getParentRoute: () => conference,
  path: '/steps',
  component: fetched(() => import('#web/conferences/scheduling/StepsPage.tsx'), 'StepsPage'),
})

export const schedulingRoutes = [fresh] as const

export const preparationRoutes = [edit, steps] as const
