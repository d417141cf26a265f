// Addresses of the wall screens: `/board/…`.
import { createRoute } from '@tanstack/react-router'
import { fetched } from './fetched.ts'
import { bare } from './frame.ts'

/** What a wall's address may say besides its screen: the scheme, and seconds between screens or pages. */
type WallSearch = { scheme?: 'light' | 'dark'; every?: number }

const shortest = 5
const longest = 600

const wallSearch = ({ scheme, every }: Record<string, unknown>): WallSearch => ({
  ...(scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
  ...(typeof every === 'number' && every >= shortest && every <= longest ? { every } : {}),
})

/** Which of the three, or all in turn. */
const walls = createRoute({
  getParentRoute: () => bare,
  path: '/board/$id',
  validateSearch: wallSearch,
  component: fetched(() => import('#web/board/WallsPage.tsx'), 'WallsPage'),
})

const points = createRoute({
  getParentRoute: () => bare,
  path: '/board/$id/points',
  validateSearch: wallSearch,
  component: fetched(() => import('#web/board/WallPage.tsx'), 'PointsWallPage'),
})

const floor = createRoute({
  getParentRoute: () => bare,
  path: '/board/$id/floor',
  validateSearch: wallSearch,
  component: fetched(() => import('#web/board/WallPage.tsx'), 'FloorWallPage'),
})

const attendance = createRoute({
  getParentRoute: () => bare,
  path: '/board/$id/attendance',
  validateSearch: wallSearch,
  component: fetched(() => import('#web/board/WallPage.tsx'), 'AttendanceWallPage'),
})

export const wallRoutes = [walls, points, floor, attendance] as const
