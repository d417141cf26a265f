// Addresses of the archive.
import { createRoute } from '@tanstack/react-router'
import type { Sought } from '#web/archive/archive-queries.ts'
import { fetched } from './fetched.ts'
import { frame } from './frame.ts'

const archive = createRoute({
  getParentRoute: () => frame,
  path: '/archive',
  validateSearch: ({ q, from, to }: Record<string, unknown>): Sought => ({
    ...(typeof q === 'string' ? { q } : {}),
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  }),
  component: fetched(() => import('#web/archive/ArchivePage.tsx'), 'ArchivePage'),
})

const record = createRoute({
  getParentRoute: () => frame,
  path: '/archive/$record',
  component: fetched(() => import('#web/archive/RecordPage.tsx'), 'RecordPage'),
})

export const archiveRoutes = [archive, record] as const
