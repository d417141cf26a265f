// Addresses of a delegate's own work.
import { createRoute, redirect } from '@tanstack/react-router'
import { heldLink } from '#web/lib/personal-link.ts'
import { heldScan, keepScan } from '#web/lib/scanned-code.ts'
import { isSignedIn } from '#web/lib/sign-in.ts'
import { conference } from './conference.ts'
import { fetched } from './fetched.ts'
import { root } from './frame.ts'

const mine = createRoute({
  getParentRoute: () => conference,
  path: '/mine',
  component: fetched(() => import('#web/delegates/MyTasksPage.tsx'), 'MyTasksPage'),
})

/** What a point's QR code opens. The code leaves the address before anything is shown or asked. */
const checkIn = createRoute({
  getParentRoute: () => root,
  path: '/diem-danh',
  beforeLoad: async ({ location }) => {
    if (!location.hash) return { scan: heldScan(), sealed: heldLink(), signedIn: await isSignedIn() }
    keepScan(location.hash)
    throw redirect({ to: '/diem-danh', replace: true })
  },
  component: fetched(() => import('#web/delegates/CheckInPage.tsx'), 'CheckInPage'),
})

export const scanRoutes = [checkIn] as const

export const delegateRoutes = [mine] as const
