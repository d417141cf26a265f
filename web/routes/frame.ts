// The roots of all addresses: with the frame around the page, or bare for a full screen; both only when signed in.
import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { isSignedIn } from '#web/lib/sign-in.ts'
import { Frame } from '#web/ui/Frame.tsx'

const expectSignedIn = async ({ location }: { location: { href: string } }) => {
  if (await isSignedIn()) return
  throw redirect({ to: '/welcome', search: { to: location.href }, replace: true })
}

export const root = createRootRoute({ component: Outlet })

export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: expectSignedIn,
})

/** Screens of a hall and of the chair: nothing of the frame is shown. */
export const bare = createRoute({
  getParentRoute: () => root,
  id: 'bare',
  component: Outlet,
  beforeLoad: expectSignedIn,
})
