// The address of the meeting room: a bridge point's seat, or the chair's or the desk's.
import { createRoute } from '@tanstack/react-router'
import type { HouseSeat } from '#functions/media/schema.ts'
import { fetched } from './fetched.ts'
import { bare } from './frame.ts'

type Sought = { point?: string; seat?: HouseSeat }

const soughtSeat = ({ point, seat }: Record<string, unknown>): Sought => {
  if (seat === 'chair' || seat === 'desk') return { seat }
  return typeof point === 'string' && point.startsWith('bpt_') ? { point } : {}
}

const room = createRoute({
  getParentRoute: () => bare,
  path: '/room/$id',
  validateSearch: soughtSeat,
  component: fetched(() => import('#web/meeting/RoomPage.tsx'), 'RoomPage'),
})

export const roomRoutes = [room] as const
