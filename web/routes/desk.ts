// The address of the chair's full-screen desk.
import { createRoute } from '@tanstack/react-router'
import { fetched } from './fetched.ts'
import { bare } from './frame.ts'

const desk = createRoute({
  getParentRoute: () => bare,
  path: '/chair/$id',
  component: fetched(() => import('#web/floor/desk/DeskPage.tsx'), 'DeskPage'),
})

export const deskRoutes = [desk] as const
