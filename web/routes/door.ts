// Addresses before anybody is known, and the one a personal link opens.
import { createRoute, redirect } from '@tanstack/react-router'
import { heldLink, keepLink } from '#web/lib/personal-link.ts'
import { SignedIn } from '#web/ui/SignedIn.tsx'
import { Welcome } from '#web/ui/Welcome.tsx'
import { fetched } from './fetched.ts'
import { root } from './frame.ts'

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/conferences', replace: true })
  },
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search.to === 'string' ? { to: search.to } : {},
  component: Welcome,
})

const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedIn })

/** Opened without an account. What opens the link leaves the address before anything is shown or asked. */
const personal = createRoute({
  getParentRoute: () => root,
  path: '/giay-moi',
  beforeLoad: ({ location }) => {
    if (!location.hash) return { sealed: heldLink() }
    keepLink(location.hash)
    throw redirect({ to: '/giay-moi', replace: true })
  },
  component: fetched(() => import('#web/personal/PersonalPage.tsx'), 'PersonalPage'),
})

export const doorRoutes = [index, welcome, signedIn, personal] as const
